/**
 * The one script of the site: on the desk's view of polling it puts new polls on top as they come. It builds nothing that
 * the page cannot do without it, and what it puts in comes from the service itself, escaped there.
 */
export const LIVE = `
const list = document.getElementById('polls')
const [status] = document.querySelectorAll('#live [role=status]')
const [button] = document.querySelectorAll('#live button')
const [again] = document.querySelectorAll('#live a')
let source
let lost
let paused = false

function put({ upstream, html }) {
  const before = list.querySelector('[data-upstream="' + CSS.escape(upstream) + '"]')
  // what somebody is about to follow stays under their hands
  if (before && before.contains(document.activeElement)) return
  const box = document.createElement('template')
  box.innerHTML = html
  const row = box.content.firstElementChild
  if (before && before.querySelector('time').dateTime === row.querySelector('time').dateTime) return
  if (before) before.remove()
  row.classList.add('fresh')
  list.prepend(row)
  while (list.children.length > Number(list.dataset.most)) list.lastElementChild.remove()
  const empty = document.querySelector('main > .notice')
  if (empty) empty.remove()
}

function say(text) {
  if (status.textContent !== text) status.textContent = text
}

function follow() {
  source = new EventSource(list.dataset.events)
  source.onopen = () => {
    clearTimeout(lost)
    say('Live: polls appear here as they are stored.')
  }
  source.onmessage = (event) => put(JSON.parse(event.data))
  source.onerror = () => {
    clearTimeout(lost)
    lost = setTimeout(() => say('Not connected. Trying again; the page can be loaded anew as well.'), 8000)
  }
}

button.hidden = false
again.hidden = true
button.onclick = () => {
  paused = !paused
  button.textContent = paused ? 'Go on' : 'Pause'
  if (paused) {
    source.close()
    clearTimeout(lost)
    say('Paused.')
  } else follow()
}
follow()
`
