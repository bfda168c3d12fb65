// The finder's filter: folds letters, counts the hits aloud, keeps ?k= in the address. Without it, the whole list stands.
const fold = (text) => text.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "o").normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("aa", "a").replaceAll("oe", "o")

for (const finder of document.querySelectorAll(".finner")) {
  const form = finder.querySelector("form"), field = form.elements.k, status = form.querySelector("[role=status]")
  const items = [...finder.querySelectorAll("li")].map((li) => ({ li, words: fold(`${[...li.querySelectorAll("a")].map((a) => a.textContent).join(" ")} ${li.dataset.alias ?? ""}`) }))
  const filter = () => {
    const wanted = fold(field.value.trim())
    let hits = 0
    for (const { li, words } of items) {
      li.hidden = !words.split(/[\s-]+/).some((_, i, all) => all.slice(i).join(" ").startsWith(wanted))
      hits += !li.hidden
    }
    finder.classList.toggle("finner-soker", wanted !== "")
    status.textContent = wanted === "" ? "" : hits === 0 ? "Ingen treff. Skriv kommunen skolen ligger i." : `${hits} treff`
    const address = new URL(location.href)
    wanted ? address.searchParams.set("k", field.value.trim()) : address.searchParams.delete("k")
    history.replaceState(history.state, "", address)
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const hits = items.filter(({ li }) => !li.hidden)
    if (field.value.trim() && hits.length === 1) location.assign(hits[0].li.querySelector("a").href)
  })
  field.addEventListener("input", filter)
  field.value = new URL(location.href).searchParams.get("k") ?? field.value
  if (field.value) filter()
}
