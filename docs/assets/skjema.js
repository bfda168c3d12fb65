// A form that stays in the browser: kept on this device, printed, downloaded, wiped. Nothing
// that is written leaves the page.
import { filledIn } from "./skjema-docx.js"

const root = document.querySelector(".skjema"),
  form = root.querySelector(".skjema-ark")
const words = JSON.parse(root.dataset.ord)
const KEY = `kompetanseutvikling/maler/${root.dataset.mal}`
const status = root.querySelector("[role=status]")
const tickable = (control) => control.type === "checkbox" || control.type === "radio"
const controls = () => [...form.querySelectorAll("[name]")]
const say = (text) => {
  status.textContent = text
}

// What differs from the empty form, by the names of the fields. A choice is kept by its number:
// it is the same in both written forms.
const answers = () =>
  Object.fromEntries(
    controls()
      .filter((control) =>
        tickable(control) ? control.checked : control.value !== control.defaultValue,
      )
      .map((control) => [control.name, control.value]),
  )

const kept = () => {
  try {
    return Object(JSON.parse(localStorage.getItem(KEY)))
  } catch {
    return {}
  }
}
const keep = () => {
  try {
    localStorage.setItem(KEY, JSON.stringify(answers()))
    say(words.lagret)
  } catch {
    say(words.ikke_lagret)
  }
}

// The text behind each field: it makes the field grow, and it is what is printed.
const grow = (control) => {
  const frame = control.closest(".skjema-voks")
  if (frame)
    frame.dataset.verdi =
      control.type === "date" ? control.value.split("-").reverse().join(".") : control.value
}

const addRow = (table) => {
  const body = table.tBodies[0],
    number = body.rows.length
  const row = body.rows[0].cloneNode(true)
  for (const field of row.querySelectorAll("textarea")) {
    field.name = field.name.replace(".0.", `.${number}.`)
    field.setAttribute("aria-label", field.getAttribute("aria-label").replace(/\d+$/, number + 1))
    field.value = ""
    grow(field)
  }
  body.append(row)
  return row
}
// What is kept may have been written by something else: a row that nobody made opens no endless
// table.
const MOST_ROWS = 100
const rowsIn = (saved, table) =>
  Math.max(
    0,
    ...Object.keys(saved)
      .filter((name) => name.startsWith(`${table.dataset.felt}.`))
      .map((name) => Number(name.split(".")[1]) + 1)
      .filter((number) => number <= MOST_ROWS),
  )

const show = (saved) => {
  for (const table of form.querySelectorAll("table")) {
    const body = table.tBodies[0],
      wanted = Math.max(rowsIn(saved, table), table.dataset.rader)
    while (body.rows.length > wanted) body.lastElementChild.remove()
    while (body.rows.length < wanted) addRow(table)
  }
  for (const control of controls()) {
    if (tickable(control)) control.checked = saved[control.name] === control.value
    else control.value = saved[control.name] ?? control.defaultValue
    grow(control)
  }
}

const stamp = () => {
  const today = new Date().toLocaleDateString("nb-NO", {
    day: "numeric",
    month: "long",
    year: "numeric",
  })
  root.querySelector(".skjema-trykt").textContent = `${words.skrevet_ut} ${today}`
}

// The answers by the tags of the document's content controls.
const tagged = () =>
  Object.fromEntries([
    ["_dato", new Date().toLocaleDateString("sv-SE")],
    ...controls()
      .filter((control) => (tickable(control) ? control.checked : control.value.trim()))
      .map((control) => [
        control.type === "radio" ? `${control.name}.${control.value}` : control.name,
        control.value,
      ]),
  ])

const download = async () => {
  const answer = await fetch(root.dataset.docx)
  if (!answer.ok) throw new Error(answer.statusText)
  const file = new Blob([filledIn(new Uint8Array(await answer.arrayBuffer()), tagged())], {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  })
  const link = Object.assign(document.createElement("a"), {
    href: URL.createObjectURL(file),
    download: root.dataset.docx.split("/").at(-1).replace(".docx", "-utfylt.docx"),
  })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

form.addEventListener("input", ({ target }) => {
  grow(target)
  keep()
})
for (const button of form.querySelectorAll("[data-rad-til]"))
  button.addEventListener("click", () => {
    addRow(form.querySelector(`[data-felt="${button.dataset.radTil}"]`))
      .querySelector("textarea")
      .focus()
    say(words.rad_lagt_til)
  })
form.querySelector("[data-skriv-ut]").addEventListener("click", () => print())
form.querySelector("[data-last-ned]").addEventListener("click", () =>
  download().then(
    () => say(words.lastet_ned),
    () => say(words.ikke_lastet_ned),
  ),
)
form.querySelector("[data-slett]").addEventListener("click", () => {
  if (!confirm(words.bekreft)) return
  try {
    localStorage.removeItem(KEY)
  } catch {
    /* then there was nothing to wipe */
  }
  show({})
  say(words.slettet)
})
// The same form in another tab.
addEventListener("storage", (event) => event.key === KEY && show(kept()))
addEventListener("beforeprint", stamp)

for (const table of form.querySelectorAll("table"))
  table.dataset.rader = table.tBodies[0].rows.length
// On a slow line somebody may have begun to write before this was there.
const early = answers()
show({ ...kept(), ...early })
if (Object.keys(early).length) keep()
stamp()
