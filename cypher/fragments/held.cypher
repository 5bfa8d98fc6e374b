// Held, and open to the asker
// What every version is tested for: held on the day itself, and all that is tested of what was ever held
// by then. Model section 5.
// @alias r
// @param heldOn: Date!
r.heldTo >= $heldOn AND
// @include ever-held r
