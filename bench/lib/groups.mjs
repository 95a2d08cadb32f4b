/** Joins things into groups: whatever was joined, directly or through others, has one group. */

export class Groups {
  #parents = new Map();

  /** The thing that stands for the group; a thing that was never joined stands for itself. */
  of(thing) {
    const parent = this.#parents.get(thing) ?? thing;
    if (parent === thing) return thing;
    const root = this.of(parent);
    this.#parents.set(thing, root);
    return root;
  }

  join(a, b) {
    this.#parents.set(this.of(a), this.of(b));
  }
}
