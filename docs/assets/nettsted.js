// The frame: colours and search. Without it everything can be read and the menu works.
const find = (selector) => document.querySelector(selector)

// Colours: what is chosen is kept in this browser only.
find("[data-utseende]").addEventListener("click", () => {
  const scheme = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate"
  document.body.dataset.mdColorScheme = scheme
  try { localStorage.setItem("utseende", scheme) } catch { /* private windows may refuse: then it lasts for this page */ }
})

// A frame that scrolls sideways can be scrolled by keys; one that fits is no stop on the way through the page.
const frames = new ResizeObserver((changed) => changed.forEach(({ target }) => {
  if (target.scrollWidth > target.clientWidth) target.tabIndex = 0
  else target.removeAttribute("tabindex")
}))
// Browsers leave a part of a drawing that gets the focus half outside of its frame.
const showWhole = ({ target }) => target.closest("svg") && target.matches(":focus-visible") && target.scrollIntoView({ block: "nearest", inline: "nearest" })
for (const frame of document.querySelectorAll(".tabellramme")) {
  frames.observe(frame)
  frame.addEventListener("focusin", showWhole)
}

// Search: Material's worker and index, loaded when the dialog is first opened. The numbers are the worker's message types.
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3, SHOWN = 20
const searchButton = find("[data-sok]"), dialog = find("#sok")
const field = dialog.querySelector("input"), status = dialog.querySelector("[role=status]"), list = dialog.querySelector("ol")
const index = new URL(dialog.dataset.indeks, location), base = new URL("..", index)
let worker, ready = false

const say = (hits) => {
  status.textContent = !field.value.trim() ? "" : hits === 0 ? "Ingen treff" : hits > SHOWN ? `${hits} treff, de ${SHOWN} beste vises` : `${hits} treff`
}
const ask = () => ready && worker.postMessage({ type: QUERY, data: field.value })

const start = async () => {
  worker = new Worker(dialog.dataset.arbeider)
  worker.onmessage = ({ data }) => {
    if (data.type === READY) ready = true, ask()
    if (data.type === RESULT) show(data.data.items)
  }
  const answer = await fetch(index)
  worker.postMessage({ type: SETUP, data: { ...await answer.json(), options: { suggest: false } } })
}

// The index is HTML with the hits in <mark>; it is read as plain text, and only the marks become elements again.
const reader = document.createElement("textarea")
const marked = (html, width) => {
  reader.innerHTML = html.replace(/<mark[^>]*>/g, "\u0001").replaceAll("</mark>", "\u0002").replace(/<[^>]*>/g, " ")
  const text = reader.value.replace(/\s+/g, " ").trim()
  const from = width ? Math.max(0, text.indexOf("\u0001") - width / 3) : 0
  const start = from ? text.indexOf(" ", from) + 1 : 0
  const part = text.slice(start, width ? start + width : undefined)
  const pieces = part.split("\u0001").flatMap((piece, i) => {
    const [hit, rest] = i ? piece.split("\u0002") : ["", piece]
    return [Object.assign(document.createElement("mark"), { textContent: hit }), rest ?? ""]
  })
  return [start ? "… " : "", ...pieces.filter((piece) => piece.textContent ?? piece), part.length < text.length - start ? " …" : ""]
}
const element = (name, ...children) => {
  const made = document.createElement(name)
  made.append(...children)
  return made
}
const link = (found) => Object.assign(element("a", ...marked(found.title)), { href: new URL(found.location, base) })

// The worker's order is by weight, in which one word of a title outdoes all the words of a text: what has every word comes first.
const lacks = (group) => Math.min(...group.map((found) => Object.values(found.terms ?? {}).filter((hit) => !hit).length))

const show = (found) => {
  const groups = found.map((group) => ({ group, lacking: lacks(group) })).sort((a, b) => a.lacking - b.lacking).map(({ group }) => group)
  say(groups.length)
  list.replaceChildren(...groups.slice(0, SHOWN).map((group) => {
    const page = group.find((found) => !found.location.includes("#")) ?? group[0]
    const parts = group.filter((found) => found !== page && found.score > 0)
    const teaser = marked((parts.length && !page.score ? parts[0] : page).text, 180)
    return element("li", link(page), ...parts.slice(0, 2).flatMap((part) => [" ", link(part)]), element("p", ...teaser))
  }))
}

searchButton.addEventListener("click", () => {
  dialog.showModal()
  searchButton.setAttribute("aria-expanded", "true")
  field.select()
  if (!worker) start().catch(() => {
    worker = undefined
    status.textContent = "Søket kunne ikke lastes. Lukk og prøv igjen."
  })
})
dialog.addEventListener("close", () => searchButton.setAttribute("aria-expanded", "false"))
dialog.addEventListener("click", (event) => (event.target === dialog || event.target.closest("[data-lukk], a")) && dialog.close())
dialog.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault()
  list.querySelector("a")?.focus()
})
field.addEventListener("input", ask)
