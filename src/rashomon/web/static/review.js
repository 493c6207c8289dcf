// Keys of the review pages. What a key does stands in the page itself: data-key on a button, link, field or details.
"use strict";
(() => {
  const walk = () => [...document.querySelectorAll("[data-walk]")];
  const typing = e => e && (e.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));
  const help = document.getElementById("keys");
  const said = document.getElementById("said");
  const decided = [];
  let current = null;

  function go(card, scroll = true) {
    if (!card) return;
    if (current) current.classList.remove("current");
    current = card;
    card.classList.add("current");
    card.focus({ preventScroll: true });
    if (scroll) card.scrollIntoView({ block: "nearest" });
    fill(card);
  }

  function step(by) {
    const cards = walk();
    const at = cards.indexOf(current);
    go(cards[at < 0 ? 0 : Math.min(cards.length - 1, Math.max(0, at + by))]);
  }

  function onward() {
    const cards = walk();
    go(cards.slice(cards.indexOf(current) + 1).find(card => !card.classList.contains("settled")) || current);
  }

  // The next page comes before it is needed: this many events are ahead of a person, or on their way.
  const AHEAD = 24;
  let coming = null;
  function fill(card) {
    const cards = walk(), next = document.querySelector("[data-next]");
    if (!next || coming || cards.length - cards.indexOf(card) > AHEAD) return;
    coming = fetch(next.href, { headers: { "X-Part": "cards" } }).then(answer => (answer.ok ? answer.text() : Promise.reject(answer.status)))
      .then(html => {
        next.closest(".further").remove();
        const part = document.createElement("template");
        part.innerHTML = html;
        const known = new Set(walk().map(one => one.id));
        for (const one of part.content.querySelectorAll("[data-walk]")) if (known.has(one.id)) one.remove();
        document.getElementById("cards").append(part.content);
        coming = null;
        if (current && current.classList.contains("settled")) onward();
        else fill(current || card);
      }).catch(error => { coming = null; say(String(error)); });
  }

  function say(text) {
    if (!said) return;
    said.hidden = !text;
    said.textContent = text;
  }

  async function send(address, form) {
    const answer = await fetch(address, { method: "POST", body: form, headers: { Accept: "application/json" } });
    const told = await answer.json();
    if (!answer.ok) throw new Error((told.reasons || [answer.status]).join(" "));
    return told;
  }

  function settle(card, text) {
    card.classList.toggle("settled", Boolean(text));
    card.classList.remove("failed");
    const outcome = card.querySelector(".outcome");
    outcome.hidden = !text;
    outcome.textContent = text || "";
  }

  async function quick(form) {
    const card = form.closest("[data-walk]"), word = form.querySelector("button").firstChild.data.trim();
    const whole = form.dataset.quick !== "note";
    const sending = { card, id: send(form.action, new URLSearchParams(new FormData(form))).then(told => told[0].id) };
    decided.push(sending);
    for (const open of card.querySelectorAll("details[open]")) open.open = false;
    if (whole) settle(card, `${word} ✓ (u)`);
    else say(`${word} ✓ (u)`);
    if (whole && card === current) onward();
    try {
      await sending.id;
    } catch (error) {
      decided.splice(decided.indexOf(sending), 1);
      settle(card, "");
      card.classList.add("failed");
      const outcome = card.querySelector(".outcome");
      outcome.hidden = false;
      outcome.textContent = error.message;
      say(error.message);
    }
  }

  async function undo() {
    const last = decided.pop();
    if (!last) return press("u", document);
    try {
      const form = new URLSearchParams({ csrf: document.querySelector("[name=csrf]").value });
      await send(`/decisions/${await last.id}/undo`, form);
      settle(last.card, "");
      say("");
      go(last.card);
    } catch (error) {
      say(error.message);
    }
  }

  function press(letter, within) {
    const found = [...within.querySelectorAll(`[data-key="${letter}"]`)].find(e => e.checkVisibility());
    if (!found) return false;
    if (found.tagName === "DETAILS") {
      found.open = true;
      (found.querySelector("input:not([type=hidden]), select, textarea, button") || found).focus();
    } else if (typing(found)) found.focus();
    else found.click();
    return true;
  }

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target)) {
      if (event.key === "Escape") (current || document.getElementById("main")).focus();
      return;
    }
    if (help && help.open) return;
    const letter = event.key;
    let done = true;
    if (letter === "?" && help) help.showModal();
    else if (letter === "j") step(1);
    else if (letter === "k") step(-1);
    else if (letter === "u") undo();
    else done = /^[a-z]$/.test(letter) && ((current && press(letter, current)) || press(letter, document));
    if (done) event.preventDefault();
  });

  document.addEventListener("submit", event => {
    if (!event.target.matches("[data-quick]")) return;
    event.preventDefault();
    quick(event.target);
  });

  document.addEventListener("focusin", event => {
    const card = event.target.closest("[data-walk]");
    if (card && card !== current) {
      if (current) current.classList.remove("current");
      current = card;
      card.classList.add("current");
      fill(card);
    }
  });

  for (const button of document.querySelectorAll("[data-help]")) {
    button.hidden = false;
    button.addEventListener("click", () => help.showModal());
  }

  // Words that are selected in an article's text become the words of the form one came from.
  const text = document.querySelector("[data-select]");
  if (text) {
    const points = n => Array.from(text.value.slice(0, n)).length;
    const take = () => {
      const { selectionStart: start, selectionEnd: end } = text;
      if (start === end) return;
      document.getElementById("chosen").textContent = `“${text.value.slice(start, end)}”`;
      for (const field of document.querySelectorAll("[data-words]")) field.value = `${points(start)}-${points(end)}`;
    };
    // A field that may not be typed into has no caret in some browsers; so it may, and what is typed is dropped.
    text.readOnly = false;
    text.spellcheck = false;
    text.addEventListener("beforeinput", event => event.preventDefault());
    text.addEventListener("select", take);
    text.addEventListener("keyup", take);
    text.addEventListener("mouseup", take);
  }

  const hash = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (hash && hash.matches("[data-walk]")) go(hash);
  else if (walk().length) go(walk()[0], false);
})();
