/** How many rows a list asks for at once: a screenful, so that the first comes soon also over a weak line. */
export const pageRows = 25;
