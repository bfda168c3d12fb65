// Tables that are heard as tables, sort by their heads and filter by a field. Without it, they
// stand as they were built.

const compare = new Intl.Collator("nb", { numeric: true }).compare
const value = (row, column) =>
  row.cells[column].dataset.sorter ?? row.cells[column].textContent.trim()

// Safari forgets that a table is one where its rows stand as blocks, as they do on narrow screens.
const role = {
  TABLE: "table",
  THEAD: "rowgroup",
  TBODY: "rowgroup",
  TFOOT: "rowgroup",
  TR: "row",
  TD: "cell",
}
for (const part of document.querySelectorAll(
  ":is(table, thead, tbody, tfoot, tr, th, td):not([role])",
)) {
  part.setAttribute(
    "role",
    role[part.tagName] ?? (part.scope.startsWith("row") ? "rowheader" : "columnheader"),
  )
}

for (const table of document.querySelectorAll("table.sorterbar")) {
  const body = table.tBodies[0],
    heads = [...table.tHead.rows[0].cells]
  const around = table.closest(".tabellramme").parentElement
  const status = around.querySelector(".tabell-status"),
    field = around.querySelector(".tabell-filter input")
  heads.forEach((head, column) => {
    const button = document.createElement("button")
    button.type = "button"
    button.append(...head.childNodes)
    head.append(button)
    button.addEventListener("click", () => {
      const falling = head.getAttribute("aria-sort") === "ascending"
      for (const other of heads) other.removeAttribute("aria-sort")
      head.setAttribute("aria-sort", falling ? "descending" : "ascending")
      body.append(
        ...[...body.rows].sort(
          (a, b) => compare(value(a, column), value(b, column)) * (falling ? -1 : 1),
        ),
      )
      status.textContent = `Sortert etter ${button.textContent.trim()}, ${falling ? "synkende" : "stigende"}`
    })
  })
  field.addEventListener("input", async () => {
    const { fold } = await import("./fold.js")
    const wanted = fold(field.value.trim())
    let shown = 0
    for (const row of body.rows) {
      row.hidden = !fold(row.textContent).includes(wanted)
      shown += !row.hidden
    }
    status.textContent = field.value ? `${shown} av ${body.rows.length} rader` : ""
  })
}
