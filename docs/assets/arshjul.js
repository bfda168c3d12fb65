// The annual cycle: what time has done since the build, filters that can be combined, and a
// button that copies. Without it, all of it can be read.
const today = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Oslo" }).format()

// «Neste»: a page that was built last week does not call yesterday next.
for (const box of document.querySelectorAll(".neste")) {
  const coming = [...box.querySelectorAll("[data-slutt]")].filter(
    (item) => ((item.hidden = item.dataset.slutt < today), !item.hidden),
  )
  coming.forEach((item, place) => {
    item.hidden = place >= Number(box.dataset.antall)
  })
  box.querySelector(".neste-ingen").hidden = coming.length > 0
}

// Today's hand, on the wheel whose cycle has today in it.
for (const hand of document.querySelectorAll(".viser")) {
  const { start, fra, til } = hand.dataset
  if (today < fra || today > til) continue
  const [year, month, day] = today.split("-").map(Number),
    [firstYear, first] = start.split("-").map(Number)
  const months =
    (year - firstYear) * 12 + month - first + (day - 1) / new Date(year, month, 0).getDate()
  hand.setAttribute("transform", `rotate(${months * 30})`)
  hand.classList.add("vises")
}

// On a phone the first touch of a mark shows its card, and the next one follows its link.
for (const mark of document.querySelectorAll(".hjul .hend"))
  mark.addEventListener("click", (event) => {
    if (
      !event.detail ||
      !matchMedia("(max-width: 44rem)").matches ||
      mark.classList.contains("vist")
    )
      return
    event.preventDefault()
    document.querySelector(".hend.vist")?.classList.remove("vist")
    mark.classList.add("vist")
  })

// This month, in the strip of a cycle that has today in it.
for (const strip of document.querySelectorAll(".stripe [data-fra]")) {
  if (today < strip.dataset.fra || today > strip.dataset.til) continue
  const month = strip.querySelector(`[data-maned="${today.slice(0, 7)}"]`)
  month?.classList.add("na")
  month?.setAttribute("aria-current", "date")
}

// Filters: one audience and one scheme together, in strip, list and wheel. The address keeps
// them; the links work without this, one at a time.
const filter = document.querySelector(".hjulfilter")
if (filter) {
  const links = [...filter.querySelectorAll("a")],
    parts = [...document.querySelectorAll(".valgbar")]
  const status = filter.querySelector("[role=status]"),
    chosen = new Map(),
    kinds = ["malgruppe", "ordning"]
  const kindOf = (link) => kinds.find((kind) => kind in link.dataset)
  const show = () => {
    const classes = [...chosen].map(([kind, value]) => `${kind}-${value}`)
    for (const part of parts)
      part.toggleAttribute("data-skjult", !classes.every((name) => part.classList.contains(name)))
    for (const link of links) {
      const kind = kindOf(link)
      if (kind && chosen.get(kind) === link.dataset[kind]) link.setAttribute("aria-current", "true")
      else link.removeAttribute("aria-current")
    }
    const rows = parts.filter((part) => part.localName === "li"),
      shown = rows.filter((row) => !row.hasAttribute("data-skjult"))
    status.textContent = chosen.size ? `${shown.length} av ${rows.length} rader` : ""
  }
  filter.addEventListener("click", (event) => {
    const link = event.target.closest("a")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const kind = kindOf(link),
      value = link.dataset[kind]
    if (!kind) chosen.clear()
    else chosen.get(kind) === value ? chosen.delete(kind) : chosen.set(kind, value)
    const address = new URL(location.href)
    address.hash = ""
    for (const name of kinds)
      chosen.has(name)
        ? address.searchParams.set(name, chosen.get(name))
        : address.searchParams.delete(name)
    history.replaceState(history.state, "", address)
    show()
  })
  // An address from a browser without script chooses too; from here on the choice is ours, not
  // the style sheet's.
  const asked = new URL(location.href).searchParams
  for (const link of links) {
    const kind = kindOf(link)
    if (kind && (asked.get(kind) === link.dataset[kind] || location.hash === link.hash))
      chosen.set(kind, link.dataset[kind])
  }
  for (const target of document.querySelectorAll(".filtermaal")) target.remove()
  show()
}

// A link to a calendar opens its fold.
const unfold = () =>
  document.getElementById(location.hash.slice(1))?.closest("details")?.setAttribute("open", "")
addEventListener("hashchange", unfold)
unfold()

for (const address of document.querySelectorAll("[data-kopier]")) {
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "kopier",
    textContent: "Kopier adressen",
  })
  const status = document.createElement("span")
  status.setAttribute("role", "status")
  button.addEventListener("click", () =>
    navigator.clipboard.writeText(address.textContent).then(
      () => {
        status.textContent = " Kopiert"
      },
      () => {
        getSelection().selectAllChildren(address)
        status.textContent = " Adressen er merket. Kopier den med tastaturet."
      },
    ),
  )
  address.after(" ", button, status)
}

// The way that is right for this device comes first; the others stay below.
const device = /iPhone|iPad|Macintosh/.test(navigator.userAgent)
  ? "apple"
  : /Android/.test(navigator.userAgent)
    ? "android"
    : /Windows/.test(navigator.userAgent)
      ? "windows"
      : ""
for (const list of document.querySelectorAll(".abonner-valg")) {
  const first = device && list.querySelector(`[data-enhet="${device}"]`)
  if (!first) continue
  first.classList.add("abonner-forst")
  list.prepend(first)
}
