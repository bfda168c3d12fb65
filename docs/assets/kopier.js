// A button that copies a text which can be read and marked without it.
for (const text of document.querySelectorAll("[data-kopier-tekst]")) {
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "knapp to",
    textContent: "Kopier teksten",
  })
  const status = document.createElement("span")
  status.setAttribute("role", "status")
  button.addEventListener("click", () =>
    navigator.clipboard
      .writeText([...text.children].map((line) => line.textContent).join("\n\n"))
      .then(
        () => {
          status.textContent = " Kopiert"
        },
        () => {
          getSelection().selectAllChildren(text)
          status.textContent = " Teksten er merket. Kopier den med tastaturet."
        },
      ),
  )
  text.after(button, status)
}
