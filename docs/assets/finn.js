// The finder's filter: folds letters, counts the hits aloud, keeps ?k= in the address. Without it, the whole list stands.
const fold = (text) => text.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "o").normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("aa", "a").replaceAll("oe", "o")
// A line and what finds it: its words from each of them on, so that «lia» finds «Prøvedal kommune Lia skole».
const entry = (li) => {
  const words = fold(`${[...li.querySelectorAll("a")].map((a) => a.textContent).join(" ")} ${li.dataset.alias ?? ""}`).split(/[\s-]+/)
  return { li, starts: words.map((_, i) => words.slice(i).join(" ")) }
}

for (const finder of document.querySelectorAll(".finner")) {
  const form = finder.querySelector("form"), field = form.elements.k, status = form.querySelector("[role=status]")
  const items = [...finder.querySelectorAll("li")].map(entry)
  const filter = () => {
    const wanted = fold(field.value.trim()).replaceAll("-", " ")
    let hits = 0
    for (const { li, starts } of items) {
      li.hidden = !starts.some((start) => start.startsWith(wanted))
      hits += !li.hidden
    }
    for (const part of finder.querySelectorAll(".finner-skoler")) part.hidden = !part.querySelector("li:not([hidden])")
    finder.classList.toggle("finner-soker", wanted !== "")
    status.textContent = wanted === "" ? "" : hits === 0 ? "Ingen treff. Skriv kommunen skolen ligger i." : `${hits} treff`
    const address = new URL(location.href)
    wanted ? address.searchParams.set("k", field.value.trim()) : address.searchParams.delete("k")
    history.replaceState(history.state, "", address)
  }
  // The front page is light: the register's schools come from the finder's own page, once somebody types.
  const addSchools = async () => {
    const from = new URL(finder.dataset.skoler, location)
    delete finder.dataset.skoler
    const answer = await fetch(from)
    const part = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".finner-skoler")
    for (const a of part.querySelectorAll("a")) a.href = new URL(a.getAttribute("href"), from)
    finder.append(part)
    items.push(...[...part.querySelectorAll("li")].map(entry))
    filter()
  }
  const search = () => {
    filter()
    if (finder.dataset.skoler) addSchools().catch(() => { /* the kommuner still stand */ })
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const hits = items.filter(({ li }) => !li.hidden)
    if (!field.value.trim() || !hits.length) return field.focus()
    const first = hits[0].li.querySelector("a")
    hits.length === 1 ? location.assign(first.href) : first.focus()
  })
  field.addEventListener("input", search)
  field.value = new URL(location.href).searchParams.get("k") ?? field.value
  if (field.value) search()
}
