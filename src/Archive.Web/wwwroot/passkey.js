// Passkeys: asks the browser for one, and sends its answer with the form it stands in. Everything else works without.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

// What must be bytes in a browser's hands is text in JSON.
function asked(options) {
  const known = list => list?.map(one => ({ ...one, id: bytes(one.id) }));
  return {
    ...options,
    challenge: bytes(options.challenge),
    ...options.user && { user: { ...options.user, id: bytes(options.user.id) } },
    ...options.excludeCredentials && { excludeCredentials: known(options.excludeCredentials) },
    ...options.allowCredentials && { allowCredentials: known(options.allowCredentials) },
  };
}

function answered(credential) {
  const { response } = credential;
  const answer = { clientDataJSON: text(response.clientDataJSON) };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) answer[name] = text(response[name]);
  }
  if (response.getTransports) answer.transports = response.getTransports();
  return {
    id: credential.id, rawId: text(credential.rawId), type: credential.type, response: answer,
    authenticatorAttachment: credential.authenticatorAttachment, clientExtensionResults: credential.getClientExtensionResults(),
  };
}

for (const form of window.PublicKeyCredential ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const [button, status] = [form.querySelector("button"), form.querySelector("[role=status]")];
    button.disabled = true;
    status.textContent = "";
    try {
      const credential = await navigator.credentials[form.dataset.passkey]({ publicKey: asked(JSON.parse(form.dataset.options)) });
      form.elements.Credential.value = JSON.stringify(answered(credential));
      form.submit();
    } catch {
      status.textContent = status.dataset.failed;
      button.disabled = false;
    }
  });
}
