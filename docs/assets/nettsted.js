// The frame: colours and search. Without it everything can be read and the menu works.
const find = (selector) => document.querySelector(selector)

// Colours: what is chosen is kept in this browser only.
find("[data-utseende]").addEventListener("click", () => {
  const scheme = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate"
  document.body.dataset.mdColorScheme = scheme
  try {
    localStorage.setItem("utseende", scheme)
  } catch {
    /* private windows may refuse: then it lasts for this page */
  }
})

// A frame that scrolls sideways can be scrolled by keys; one that fits is no stop on the way
// through the page.
const frames = new ResizeObserver((changed) =>
  changed.forEach(({ target }) => {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0
    else target.removeAttribute("tabindex")
  }),
)
// Browsers leave a part of a drawing that gets the focus half outside of its frame.
const showWhole = ({ target }) =>
  target.closest("svg") &&
  target.matches(":focus-visible") &&
  target.scrollIntoView({ block: "nearest", inline: "nearest" })
for (const frame of document.querySelectorAll(".tabellramme")) {
  frames.observe(frame)
  frame.addEventListener("focusin", showWhole)
}

// Search: core, names and texts are loaded when the dialog is first opened.
const searchButton = find("[data-sok]"),
  dialog = find("#sok")
const field = dialog.querySelector("input"),
  status = dialog.querySelector("[role=status]"),
  place = dialog.querySelector(".ramme-sok__treff")
const names = new URL(dialog.dataset.navn, location),
  texts = new URL(dialog.dataset.tekst, location),
  base = new URL("..", names)
let core, known, pages, loading, result

const read = async (address) => (await fetch(address)).json()
const load = () =>
  (loading ??= Promise.all([import("./sok.js"), read(names), read(texts)])
    .then(([module, data, words]) => {
      core = module
      known = core.prepare(data)
      pages = core.prepareText(words, known)
      core.steer(field, place)
      show()
    })
    .catch(() => {
      loading = undefined
      status.textContent = "Søket kunne ikke lastes. Lukk og prøv igjen."
    }))
const show = () => {
  if (!pages) return
  result = core.search(known, field.value, pages)
  status.textContent = result.said
  core.draw(place, result, known, base)
}

searchButton.addEventListener("click", () => {
  dialog.showModal()
  searchButton.setAttribute("aria-expanded", "true")
  field.select()
  load()
})
dialog.addEventListener("close", () => searchButton.setAttribute("aria-expanded", "false"))
dialog.addEventListener(
  "click",
  (event) => (event.target === dialog || event.target.closest("[data-lukk], a")) && dialog.close(),
)
dialog.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault()
  await load()
  if (!result?.hits.length) return
  location.assign(new URL(result.hits[0].one.address, base))
  dialog.close()
})
field.addEventListener("input", show)

// A page whose build is older than three days says so by itself: what is next may be over.
const page = find("[data-bygget]"),
  built = new Date(page.dataset.bygget.replace(" ", "T"))
if (Date.now() - built > 3 * 86400000) {
  const day = built.toLocaleDateString("nb", { day: "numeric", month: "long", year: "numeric" })
  page.prepend(
    Object.assign(document.createElement("p"), {
      className: "gammel-utgave",
      textContent: `Denne utgaven er fra ${day}. Det kan ha kommet endringer siden.`,
    }),
  )
}
