/** What the tests use of Turbo, which comes without types. */
declare module '@hotwired/turbo' {
  export const session: {drive: boolean};
  export const renderStreamMessage: (message: string) => void;
}
