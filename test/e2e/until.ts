/** Waits until something comes true, for 30 seconds; says what did not. A look that fails (a file that is not there yet) is repeated. */
export async function until(holds: () => boolean | Promise<boolean>, patience = 30_000): Promise<void> {
  const end = Date.now() + patience;
  while (!(await tried(holds))) {
    if (Date.now() > end) throw new Error(`It did not come true: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function tried(holds: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await holds();
  } catch {
    return false;
  }
}
