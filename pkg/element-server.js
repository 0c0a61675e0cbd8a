// Where there is no DOM there is no element: that it is imported there, by what renders pages on a server, does nothing.

export class RolecallVerdictElement {
  constructor() {
    throw new Error("rolecall-verdict is an element of the browser, and there is none here");
  }
}
