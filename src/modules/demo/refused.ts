/** The database holds somebody's own work or accounts: a demonstration never mixes with them. */
export class DemoRefused extends Error {
  constructor() {
    super("This database has work or accounts of its own, so no demonstration is built in it. Start with DEMO=off, or with an empty database.");
    this.name = "DemoRefused";
  }
}
