/** The page of an area that the page's address asks for (`?margin=2`). */
export const askedPage = (area: string): number | undefined => {
  const number = Number(new URLSearchParams(location.search).get(area));
  return Number.isInteger(number) && number > 0 ? number : undefined;
};
