// Keeps the time left up to date while the page is open. The server has said it all once; nothing needs this file.
(() => {
  "use strict";

  const MINUTE = 60000;

  const length = (words, minutes) => {
    const days = Math.floor(minutes / 1440);
    const hours = Math.floor((minutes % 1440) / 60);
    if (days === 0) return words.hours.replace("#", hours).replace("¤", minutes % 60);
    return (days === 1 ? words.day : words.days.replace("2", days)).replace("#", hours);
  };

  const overdue = (one, shapes) => {
    const limit = one.dataset.bound === "limit";
    one.dataset.state = limit ? "not-kept" : "at-risk";
    const part = one.closest(".clock-next, .clock-step");
    if (part) part.dataset.state = one.dataset.state;
    one.querySelector(".shape").replaceWith(shapes[limit ? 1 : 0].cloneNode(true));
  };

  const refresh = () => {
    const source = document.querySelector("[data-clock-words]");
    if (!source) return;
    const words = source.dataset;
    const shapes = source.querySelectorAll(".shape");
    for (const one of document.querySelectorAll(".clock-left[data-until]")) {
      const left = Date.parse(one.dataset.until) - Date.now();
      const late = left < 0;
      const limit = one.dataset.bound === "limit";
      const pattern = late ? (limit ? words.late : words.past) : limit ? words.left : words.advised;
      one.lastElementChild.textContent = pattern.replace("#", length(words, Math.floor(Math.abs(left) / MINUTE)));
      if (late && one.dataset.state !== "not-kept") overdue(one, shapes);
    }
  };

  setInterval(refresh, MINUTE);
  // A phone that slept tells the right time at once.
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && refresh());
})();
