// Passkeys: carries the server's challenge to the browser's authenticator and the answer back. Without this file, or
// in a browser that knows no passkeys, the buttons stay hidden and the password works as before.
(() => {
  "use strict";

  if (!window.PublicKeyCredential || !navigator.credentials) return;

  const toBytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0)).buffer;
  const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const post = (path, body, type = "application/json") =>
    fetch(path, {
      method: "POST",
      headers: {
        "Content-Type": type,
        "X-XSRF-TOKEN": document.querySelector('meta[name="csrf"]').content,
      },
      body,
    });

  const described = (list) => (list ?? []).map((one) => ({ ...one, id: toBytes(one.id) }));

  const answerTo = (credential, response) =>
    JSON.stringify({
      id: credential.id,
      rawId: toText(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
      response,
    });

  const signIn = async () => {
    const options = await (await post("/sign-in/passkey/challenge")).json();
    const credential = await navigator.credentials.get({
      publicKey: { ...options, challenge: toBytes(options.challenge), allowCredentials: described(options.allowCredentials) },
    });
    const { response } = credential;
    const answer = await post(
      "/sign-in/passkey",
      answerTo(credential, {
        authenticatorData: toText(response.authenticatorData),
        clientDataJSON: toText(response.clientDataJSON),
        signature: toText(response.signature),
        userHandle: response.userHandle ? toText(response.userHandle) : undefined,
      }),
    );
    if (!answer.ok) throw new Error(String(answer.status));
    window.location.assign((await answer.json()).to);
  };

  const add = async (form) => {
    const label = form.elements.label.value;
    const asked = await post("/account/passkeys/challenge", form.elements.proof?.value, "text/plain");
    if (!asked.ok) throw new Error(String(asked.status));
    const options = await asked.json();
    const credential = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: toBytes(options.challenge),
        user: { ...options.user, id: toBytes(options.user.id) },
        excludeCredentials: described(options.excludeCredentials),
      },
    });
    const { response } = credential;
    const answer = await post(
      "/account/passkeys?label=" + encodeURIComponent(label),
      answerTo(credential, {
        attestationObject: toText(response.attestationObject),
        clientDataJSON: toText(response.clientDataJSON),
        transports: response.getTransports ? response.getTransports() : [],
      }),
    );
    if (!answer.ok) throw new Error(String(answer.status));
    window.location.assign("/account");
  };

  const ready = (form, work) => {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const problem = form.querySelector("[data-passkey-problem]");
      const button = form.querySelector("button");
      problem.hidden = true;
      button.disabled = true;
      try {
        await work(form);
      } catch {
        problem.hidden = false;
      }
      button.disabled = false;
    });
  };

  for (const form of document.querySelectorAll("form[data-passkey-sign-in]")) ready(form, signIn);
  for (const form of document.querySelectorAll("form[data-passkey-add]")) ready(form, add);
})();
