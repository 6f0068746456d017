show('%(ab)s', Named())
