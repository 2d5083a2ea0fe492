/** Nothing has changed for so long: it is drawn. Layouts take turns of seconds. */
const quietMilliseconds = 1_500;

/**
 * How long a page takes until it stops changing after something was done: until
 * the picture after its last change, in milliseconds.
 */
export async function timeUntilSettled(act: () => void): Promise<number> {
  const start = performance.now();
  let last = start;
  let isWaiting = false;
  const observer = new MutationObserver(() => {
    if (!isWaiting) {
      isWaiting = true;
      // After the next picture: a task that begins when it has been made.
      requestAnimationFrame(() => {
        setTimeout(() => {
          isWaiting = false;
          last = performance.now();
        });
      });
    }
  });
  observer.observe(document.body, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  act();

  await new Promise<void>(resolve => {
    const check = () => {
      if (
        last > start &&
        !isWaiting &&
        performance.now() - last > quietMilliseconds
      ) {
        resolve();
      } else {
        setTimeout(check, 50);
      }
    };
    setTimeout(check, quietMilliseconds);
  });
  observer.disconnect();
  return last - start;
}
