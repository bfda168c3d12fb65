// The finder: what fits in place of the list, counted aloud, with ?k= in the address. Without
// it, the whole list stands.
for (const finder of document.querySelectorAll(".finner")) {
  const form = finder.querySelector("form"),
    field = form.elements.k,
    status = form.querySelector("[role=status]")
  const names = new URL(finder.dataset.navn, location),
    base = new URL("..", names),
    found = document.createElement("div"),
    all = finder.querySelector(".finner-alle")
  form.after(found)
  let core, known, loading, result, waiting
  const load = () =>
    (loading ??= Promise.all([import("./sok.js"), fetch(names).then((answer) => answer.json())])
      .then(([module, data]) => {
        core = module
        known = core.prepare(data)
        core.steer(field, found)
        // The first key is as quick as later ones: what it runs is compiled by then.
        const tried = Array.from("aeinos", (key) => core.search(known, key))
        core.draw(document.createElement("div"), tried[0], known, base)
      })
      .catch(() => {
        loading = undefined
        throw new Error()
      }))
  const show = () => {
    const searched = field.value.trim() !== ""
    result = core.search(known, field.value)
    core.draw(found, result, known, base)
    status.textContent = result.said
    // Browsers keep what they know of a list that can still be found; one that is taken away
    // is costly to bring back.
    if ((all.hidden === false) === searched) {
      all.hidden = searched && "until-found"
      // Above the keyboard of a phone there is room for the field and a few hits.
      if (searched && visualViewport.height < 500) form.scrollIntoView()
    }
    clearTimeout(waiting)
    waiting = setTimeout(remember, 200)
  }
  // The address waits until the fingers rest: Safari only takes a hundred in half a minute.
  const remember = () => {
    const address = new URL(location.href),
      wanted = field.value.trim()
    wanted ? address.searchParams.set("k", wanted) : address.searchParams.delete("k")
    history.replaceState(history.state, "", address)
  }
  const search = () =>
    known
      ? show()
      : load().then(show, () => {
          status.textContent = "Søket kunne ikke lastes. Prøv igjen, eller bruk listen."
        })
  const open = () => {
    remember()
    if (result?.hits.length) location.assign(new URL(result.hits[0].one.address, base))
    else field.focus()
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    known
      ? open()
      : load().then(
          () => (show(), open()),
          () => form.submit(),
        )
  })
  finder.addEventListener("click", remember)
  field.addEventListener("focus", () =>
    load().catch(() => {
      /* said when somebody types */
    }),
  )
  field.addEventListener("input", search)
  field.value = new URL(location.href).searchParams.get("k") ?? field.value
  if (field.value) search()
}

// Who comes to a school's line on its owner's page reads above the answer whose school it is.
const tell = () => {
  document.querySelector(".skole-her")?.remove()
  const school =
    location.hash.startsWith("#skole-") && document.getElementById(location.hash.slice(1))
  if (!school) return
  school.closest("details")?.setAttribute("open", "")
  const line = document.createElement("p")
  line.className = "skole-her"
  line.tabIndex = -1
  line.textContent = `${school.firstChild.textContent.trim()} ${school.closest("[data-her]").dataset.her}.`
  document.querySelector(".finn-hode > div").prepend(line)
  document.querySelector("h1").scrollIntoView()
  line.focus({ preventScroll: true })
}
addEventListener("hashchange", tell)
// The browser goes to the line itself when all is loaded.
addEventListener("load", tell)
