// The finder's filter: folds letters, counts the hits aloud, keeps ?k= in the address. Without it, the whole list stands.
const SHOWN = 20 // of each list: more is not read anyway, and drawing them takes a slow phone its time
export const fold = (text) => text.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "o").normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("aa", "a").replaceAll("oe", "o")
// A line and what finds it: its words from each of them on, so that «lia» finds «Prøvedal kommune Lia skole».
const entry = (li) => {
  const words = fold(`${[...li.querySelectorAll("a")].map((a) => a.textContent).join(" ")} ${li.dataset.alias ?? ""}`).split(/[\s-]+/)
  return { li, starts: words.map((_, i) => words.slice(i).join(" ")) }
}
const group = (frame) => ({ frame, items: [...frame.querySelectorAll("li")].map(entry) })
// A copy of a list, or of a part with one, that has these lines only.
const filled = (frame, lines) => {
  const copy = frame.cloneNode(false)
  copy.append(...frame.matches("ul") ? lines : [...frame.children].map((child) => child.matches("ul") ? filled(child, lines) : child.cloneNode(true)))
  return copy
}

for (const finder of document.querySelectorAll(".finner")) {
  const form = finder.querySelector("form"), field = form.elements.k, status = form.querySelector("[role=status]"), all = finder.querySelector(".finner-alle")
  const groups = [...all.children].map(group), found = document.createElement("div")
  all.before(found)
  let hits = [], drawn = [], waiting
  const filter = () => {
    const wanted = fold(field.value.trim()).replaceAll("-", " "), searched = wanted !== ""
    const parts = groups.map(({ frame, items }) => ({ frame, hits: searched ? items.filter(({ starts }) => starts.some((start) => start.startsWith(wanted))) : [] })).filter(({ hits }) => hits.length)
    hits = parts.flatMap((part) => part.hits)
    draw(parts.map(({ frame, hits }) => ({ frame, lines: hits.slice(0, SHOWN).map(({ li }) => li) })))
    finder.classList.toggle("finner-soker", searched)
    status.textContent = !searched ? "" : hits.length === 0 ? "Ingen treff. Skriv kommunen skolen ligger i. Er det en offentlig videregående skole, skriver du «fylkeskommune»." : hits.length === drawn.length ? `${hits.length} treff` : `${hits.length} treff, de ${drawn.length} første vises`
    clearTimeout(waiting)
    waiting = setTimeout(remember, 200)
  }
  // One more letter often leaves the same lines at the top.
  const draw = (parts) => {
    const wanted = parts.flatMap(({ lines }) => lines)
    if (wanted.length !== drawn.length || wanted.some((li, i) => li !== drawn[i])) found.replaceChildren(...parts.map(({ frame, lines }) => filled(frame, lines.map((li) => li.cloneNode(true)))))
    drawn = wanted
  }
  // Browsers take their time over it, and Safari only takes a hundred in half a minute: when the fingers rest.
  const remember = () => {
    const address = new URL(location.href), wanted = field.value.trim()
    wanted ? address.searchParams.set("k", wanted) : address.searchParams.delete("k")
    history.replaceState(history.state, "", address)
  }
  // The front page is light: the register's schools come from the finder's own page, once somebody types.
  const addSchools = async () => {
    const from = new URL(finder.dataset.skoler, location)
    delete finder.dataset.skoler
    const answer = await fetch(from)
    const part = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".finner-skoler")
    for (const a of part.querySelectorAll("a")) a.href = new URL(a.getAttribute("href"), from)
    groups.push(group(document.importNode(part, true)))
    filter()
  }
  const search = () => {
    filter()
    if (finder.dataset.skoler) addSchools().catch(() => { /* the kommuner still stand */ })
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    remember()
    if (hits.length === 1) location.assign(hits[0].li.querySelector("a").href)
    else (found.querySelector("a") ?? field).focus()
  })
  finder.addEventListener("click", remember)
  field.addEventListener("input", search)
  field.value = new URL(location.href).searchParams.get("k") ?? field.value
  if (field.value) search()
}
