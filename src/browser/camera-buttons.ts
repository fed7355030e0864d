/** Shows the camera's buttons where there is a camera to open. The reader itself is loaded when one is pressed. */
export function showCameraButtons(): void {
  if (navigator.mediaDevices?.getUserMedia === undefined) return;
  const reveal = () => {
    for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-camera]")) button.hidden = false;
  };
  reveal();
  document.addEventListener("htmx:after:swap", reveal);
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("button[data-camera]") : null;
    const id = button?.dataset["camera"];
    if (id === undefined) return;
    void import("./camera.ts").then(({ scanWithCamera }) => scanWithCamera(id));
  });
}
