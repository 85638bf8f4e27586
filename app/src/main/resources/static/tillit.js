// Comfort on top of pages that work without it. No page needs this file; nothing here decides anything.
(() => {
  "use strict";

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // "/" goes to the search box, Escape closes what is open.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      closeMenus();
      closePanel();
    }
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const search = document.getElementById("search");
    if (search && search.offsetParent) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  // Menus: one at a time, and a press beside closes.
  const closeMenus = (except) => {
    for (const menu of all("details.menu[open]")) {
      if (menu === except || menu.contains(except)) continue;
      const hadFocus = menu.contains(document.activeElement);
      menu.open = false;
      if (hadFocus && !except) menu.querySelector("summary").focus();
    }
  };
  document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu") ?? document.body));

  // Theme, density and language apply at once; the form saves them.
  const applySettings = (form) => {
    const chosen = new FormData(form);
    const root = document.documentElement;
    root.dataset.colorScheme = chosen.get("colourScheme") ?? root.dataset.colorScheme;
    root.dataset.density = chosen.get("density") ?? root.dataset.density;
    return chosen;
  };
  for (const form of all("form[data-settings]")) {
    form.classList.add("live");
    form.addEventListener("change", async (event) => {
      const chosen = applySettings(form);
      if (event.target.name === "language") {
        form.submit();
        return;
      }
      await fetch(form.action, { method: "POST", body: new URLSearchParams(chosen), redirect: "manual" });
    });
  }

  // Messages go away when asked to.
  const readyToasts = (root) => all("[data-dismiss]", root).forEach((button) => (button.hidden = false));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-dismiss]");
    if (button) button.closest(".toast").remove();
  });

  // A link to a form opens the same form as a dialog where the page has one.
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    const dialog = opener && document.getElementById(opener.dataset.opens);
    if (!dialog || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    dialog.showModal();
  });

  // What can't be undone waits for the name.
  const readyConfirmations = (root) => {
    for (const form of all("form[data-confirm-name]", root)) {
      const button = form.querySelector("button[type=submit]");
      const field = form.querySelector("input[name=confirmation]");
      const check = () => (button.disabled = field.value.trim() !== form.dataset.confirmName);
      field.addEventListener("input", check);
      check();
    }
  };

  // Rows marked for a change of several at once.
  const countMarked = (form) => {
    const rows = all("[data-select]", form);
    const marked = rows.filter((row) => row.checked).length;
    const head = form.querySelector("[data-select-all]");
    if (head) {
      head.checked = marked > 0 && marked === rows.length;
      head.indeterminate = marked > 0 && marked < rows.length;
    }
    const bar = form.querySelector("[data-bulk]");
    if (!bar) return;
    bar.classList.add("live");
    bar.classList.toggle("some", marked > 0);
    const words = bar.querySelector("[data-bulk-count]");
    words.textContent =
      marked === 0 ? words.dataset.none : marked === 1 ? words.dataset.one : words.dataset.many.replace("#", marked);
  };
  const readySelections = (root) => {
    for (const head of all("[data-select-all]", root)) {
      head.hidden = false;
      countMarked(head.closest("form") ?? head.closest("table"));
    }
  };
  document.addEventListener("change", (event) => {
    const box = event.target;
    if (!box.matches("[data-select], [data-select-all]")) return;
    const form = box.closest("form") ?? box.closest("table");
    if (box.matches("[data-select-all]")) all("[data-select]", form).forEach((row) => (row.checked = box.checked));
    countMarked(form);
  });

  // How much of a box's room is used: the same count as the recipient's form makes.
  const spaced = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, "\u202f");
  const count = (box) => {
    const line = document.querySelector(`[data-counts="${box.id}"]`);
    if (!line) return;
    const used = [...box.value.trim()].length;
    const over = used > Number(line.dataset.limit);
    line.textContent = (over ? line.dataset.over : line.dataset.within)
      .replace("%", spaced(used))
      .replace("#", spaced(line.dataset.limit));
    line.classList.toggle("problem", over);
  };
  const readyCounts = (root) => all("[data-counts]", root).forEach((line) => count(document.getElementById(line.dataset.counts)));
  document.addEventListener("input", (event) => {
    if (event.target.matches("textarea[id]")) count(event.target);
  });

  // A field's text goes to the clipboard, and the button says so; the text can be marked by hand too.
  const copied = async (text, place) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      getSelection().selectAllChildren(place);
      return document.execCommand("copy");
    }
  };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const place = document.getElementById(button.dataset.copy);
    if (!(await copied(place.textContent, place))) return;
    button.classList.add("copied");
    button.textContent = button.dataset.copiedShort;
    const status = document.querySelector("[data-copy-said]");
    if (status) status.textContent = button.dataset.copied;
  });
  const readyCopies = (root) => all("[data-copy]", root).forEach((button) => (button.hidden = false));

  // A field that asks who offers those who fit what is typed; the server reads the name anyhow.
  let asked = 0;
  document.addEventListener("input", async (event) => {
    const offered = event.target.list;
    if (!offered || !offered.dataset.names) return;
    const typed = event.target.value.trim();
    const mine = ++asked;
    await new Promise((later) => setTimeout(later, 150));
    if (mine !== asked || typed.length < 2 || [...offered.options].some((one) => one.value === typed)) return;
    const answer = await fetch(offered.dataset.names + "?q=" + encodeURIComponent(typed));
    if (mine !== asked || !answer.ok) return;
    const { items } = await answer.json();
    offered.replaceChildren(...items.map((one) => new Option("", one.label)));
  });

  // What was typed is kept in this tab until it has been sent, and offered back.
  const SECRET = "input[type=password], input[type=file], input[type=hidden], [data-no-draft]";
  const draftOf = (form) =>
    [...form.elements]
      .filter((field) => field.name && !field.matches(SECRET) && field.matches("input, textarea, select"))
      .map((field) => [field.name, field.value, /radio|checkbox/.test(field.type) ? field.checked : null]);
  const restore = (form, draft) => {
    const fields = [...form.elements];
    for (const [name, value, checked] of draft) {
      const field = fields.find((f) => f.name === name && (checked === null || f.value === value));
      if (!field) continue;
      if (checked === null) field.value = value;
      else field.checked = checked;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  const offerDraft = (form, key, draft) => {
    const offer = document.createElement("div");
    offer.className = "draft-offer";
    const text = document.createElement("p");
    text.textContent = form.dataset.draftOffer;
    const button = (label, action) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "ds-button";
      made.dataset.variant = "tertiary";
      made.textContent = label;
      made.addEventListener("click", () => {
        action();
        offer.remove();
      });
      return made;
    };
    offer.append(
      text,
      button(form.dataset.draftRestore, () => restore(form, draft)),
      button(form.dataset.draftDiscard, () => sessionStorage.removeItem(key)),
    );
    form.prepend(offer);
  };
  // Each keeps her own drafts: whoever signs in next in this tab is offered none of them, and signing out leaves none.
  const keyOf = (kind, action) => `${kind} ${encodeURIComponent(document.body.dataset.whose ?? "")} ${action}`;
  const forgetDrafts = (own) => {
    for (const key of Object.keys(sessionStorage))
      if (/^(draft|sent) /.test(key) && !(own && (key.startsWith(keyOf("draft", "")) || key.startsWith(keyOf("sent", "")))))
        sessionStorage.removeItem(key);
  };
  // A draft is done with when its form was sent and another page, or word that it went well, came back. A page that
  // tells of a fault is neither, nor is a warning, nor signing in anew.
  const wentWrong = () =>
    (performance.getEntriesByType("navigation")[0]?.responseStatus ?? 0) >= 400 ||
    document.querySelector(".toast:not([data-color=success])") !== null;
  const forgetSentDrafts = () => {
    if (document.body.classList.contains("bare")) {
      if (new URLSearchParams(location.search).has("signed-out")) forgetDrafts(false);
      return;
    }
    forgetDrafts(true);
    const toast = document.querySelector(".toast");
    const failed = wentWrong();
    const prefix = keyOf("sent", "");
    for (const sent of Object.keys(sessionStorage).filter((key) => key.startsWith(prefix))) {
      const action = sent.slice(prefix.length);
      const form = all("form[data-draft]").find((candidate) => candidate.dataset.draft === action);
      if (!failed && (!form || toast)) sessionStorage.removeItem(keyOf("draft", action));
      sessionStorage.removeItem(sent);
    }
  };
  const seen = new WeakSet();
  const readyDrafts = (root) => {
    for (const form of all("form[data-draft][data-draft-offer]", root)) {
      if (seen.has(form)) continue;
      seen.add(form);
      const key = keyOf("draft", form.dataset.draft);
      const kept = sessionStorage.getItem(key);
      const asSent = form.querySelector(".errors");
      if (kept && !asSent && kept !== JSON.stringify(draftOf(form))) offerDraft(form, key, JSON.parse(kept));
      form.addEventListener("input", () => sessionStorage.setItem(key, JSON.stringify(draftOf(form))));
      form.addEventListener("submit", () => sessionStorage.setItem(keyOf("sent", form.dataset.draft), "1"));
    }
  };

  // A file that would be refused is told of before it is sent, so that nothing else in the form has to be filled in again.
  const isTooLarge = (input) => [...input.files].some((file) => file.size > Number(input.dataset.most));
  const tellSize = (input) => {
    const note = input.parentElement.querySelector("[data-too-large]");
    note.hidden = !isTooLarge(input);
    if (note.hidden) input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
    return note.hidden;
  };
  document.addEventListener("change", (event) => {
    if (event.target.matches("input[type=file][data-most]")) tellSize(event.target);
  });
  document.addEventListener(
    "submit",
    (event) => {
      const refused = all("input[type=file][data-most]", event.target).filter((input) => !tellSize(input));
      if (!refused.length) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      refused[0].focus();
    },
    true,
  );

  // The panel at the side, filled by htmx from an ordinary link.
  let openedBy = null;
  const closePanel = () => {
    const panel = document.getElementById("panel");
    if (!panel || !panel.childElementCount) return;
    panel.replaceChildren();
    if (openedBy) openedBy.focus();
    openedBy = null;
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[hx-target='#panel']");
    if (link) openedBy = link;
    if (event.target.closest("[data-close-panel]")) closePanel();
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const panel = event.target;
    if (panel.id !== "panel") return;
    const head = document.createElement("div");
    head.className = "panel-head";
    const whole = document.createElement("a");
    whole.href = openedBy ? openedBy.href : "";
    whole.textContent = panel.dataset.whole;
    const close = document.createElement("button");
    close.type = "button";
    close.className = "ds-button";
    close.dataset.variant = "tertiary";
    close.dataset.closePanel = "";
    close.textContent = panel.dataset.close;
    head.append(whole, close);
    panel.prepend(head);
    panel.focus();
  });
  document.addEventListener("htmx:configRequest", (event) => {
    const token = document.querySelector("meta[name=csrf]");
    if (token) event.detail.headers["X-XSRF-TOKEN"] = token.content;
  });
  // A part that can't be had is an ordinary page away.
  document.addEventListener("htmx:responseError", (event) => {
    const href = event.detail.requestConfig.verb === "get" && event.detail.pathInfo.requestPath;
    if (href && event.detail.elt.matches("a, form")) window.location.assign(href);
  });

  const ready = (root) => {
    readyToasts(root);
    readyConfirmations(root);
    readySelections(root);
    readyDrafts(root);
    readyCounts(root);
    readyCopies(root);
  };
  document.addEventListener("DOMContentLoaded", () => {
    forgetSentDrafts();
    ready(document);
    const errors = document.querySelector("[data-focus]");
    if (errors) errors.focus();
  });
  document.addEventListener("htmx:load", (event) => ready(event.detail.elt));
})();
