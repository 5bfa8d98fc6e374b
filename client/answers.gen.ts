// Written by `npm run generate` from server/schema.graphql and client/questions/. Do not edit.

export interface Answers {
  'change-days': ChangeDaysAnswer;
  'children-near': ChildrenNearAnswer;
  'chronology': ChronologyAnswer;
  'compare-days': CompareDaysAnswer;
  'contradictions': ContradictionsAnswer;
  'county-sweep': CountySweepAnswer;
  'coverage': CoverageAnswer;
  'decisions-about': DecisionsAboutAnswer;
  'find-person': FindPersonAnswer;
  'first-held': FirstHeldAnswer;
  'household': HouseholdAnswer;
  'lost-hand-offs': LostHandOffsAnswer;
  'people-of-concern-near': PeopleOfConcernNearAnswer;
  'recent-contacts': RecentContactsAnswer;
  'record-decision': RecordDecisionAnswer;
  'rests-on': RestsOnAnswer;
  'routes-between': RoutesBetweenAnswer;
  'web-of-person': WebOfPersonAnswer;
  'who-holds-what': WhoHoldsWhatAnswer;
  'who-to-tell': WhoToTellAnswer;
}

export type ChangeHow = 'GAINED' | 'LOST' | 'CHANGED';

export type ChangeKind = 'ROUTE' | 'CONCERN' | 'TIE' | 'HOME';

export type EntryKind = 'statement' | 'contact' | 'event' | 'sharing' | 'plan' | 'order' | 'assessment' | 'decision';

export type HoldsRoute = 'WHOLE' | 'PART' | 'NONE' | 'NOT_ASKED';

export type Stance = 'claims' | 'observes' | 'confirms' | 'denies' | 'retracts' | 'disproves';

export type Standing = 'alleged' | 'observed' | 'confirmed' | 'denied' | 'retracted' | 'disproved';

export type TieKind = 'PARENT_OF' | 'PARTNER_OF' | 'SIBLING_OF' | 'RELATIVE_OF' | 'ASSOCIATE_OF' | 'CARES_FOR' | 'HARMED' | 'SHARES_HOME' | 'VISITS_HOME_OF' | 'MAY_HAVE_MET' | 'MET' | 'SHARES_GROUP';

export type WithheldKind = 'CANNOT_SAY' | 'ASK';

export interface Agency {
  id: string;
  name: string;
  kind: string;
  area: string | null;
}

export interface Arrival {
  statement: Statement;
  agency: {
    id: string;
    name: string;
  };
  day: string;
  on: {
    earliest: string | null;
    latest: string | null;
    says: string;
  };
  firstHand: boolean;
  sharing: string | null;
  from: {
    id: string;
    name: string;
  } | null;
}

export interface Brief {
  id: string;
  records: ReadonlyArray<string>;
  name: string;
  age: string;
  placeholder: boolean;
  unborn: boolean;
  deceased: boolean;
  child: boolean | null;
}

export interface Concern {
  id: string;
  form: string;
  what: string | null;
  against: string | null;
  start: {
    earliest: string | null;
    latest: string | null;
    says: string;
  };
  end: {
    earliest: string | null;
    latest: string | null;
    says: string;
  };
  inForce: boolean;
  certain: boolean;
  standing: Standing;
  disputed: boolean;
  holders: ReadonlyArray<{
    agency: {
      id: string;
      name: string;
    };
    from: string;
  }>;
  says: string;
  evidence: ReadonlyArray<Statement>;
  evidenceAgainst: ReadonlyArray<Statement>;
}

export interface Contact {
  id: string;
  agency: Agency;
  on: {
    earliest: string | null;
    latest: string | null;
    says: string;
  };
  kind: string;
  about: ReadonlyArray<{
    id: string;
    name: string;
  }>;
  with: ReadonlyArray<{
    id: string;
    name: string;
  }>;
  from: string | null;
  asked: ReadonlyArray<Agency>;
  answer: string | null;
  answeredOn: {
    earliest: string | null;
    latest: string | null;
    says: string;
  } | null;
  outcome: string | null;
  ref: string | null;
  says: string;
}

export interface Decision {
  id: string;
  agency: Agency;
  on: {
    earliest: string | null;
    latest: string | null;
    says: string;
  };
  about: ReadonlyArray<{
    id: string;
    name: string;
  }>;
  decision: string | null;
  reason: string | null;
  by: string | null;
  ref: string | null;
  says: string;
}

export interface Entry {
  id: string;
  kind: EntryKind;
  agency: Agency;
  happened: {
    earliest: string | null;
    latest: string | null;
    says: string;
  };
  until: {
    earliest: string | null;
    latest: string | null;
    says: string;
  } | null;
  knownFrom: string | null;
  heldBy: ReadonlyArray<{
    agency: {
      id: string;
      name: string;
    };
    from: string;
  }>;
  delay: {
    least: number | null;
    most: number | null;
    says: string;
  } | null;
  heldBefore: boolean;
  keyEvent: {
    what: string;
    on: {
      earliest: string | null;
      latest: string | null;
      says: string;
    };
  } | null;
  about: ReadonlyArray<{
    id: string;
    name: string;
  }>;
  place: {
    id: string;
    kind: string;
    name: string;
  } | null;
  what: string;
  source: string;
  done: string | null;
  stance: Stance | null;
  ref: string | null;
  note: string | null;
  repeats: string | null;
  says: string;
}

export interface Found {
  person: Person;
  concerns: ReadonlyArray<Concern>;
  steps: number;
  stepsInForce: number | null;
  stepsCertain: number | null;
  routes: ReadonlyArray<Route>;
  moreRoutes: number;
  assembled: boolean;
  heldBetween: ReadonlyArray<ReadonlyArray<{
    id: string;
    name: string;
  }>>;
  heldFrom: string | null;
}

export interface Grounds {
  asAt: string;
  since: string | null;
  heldOn: string;
  heldBy: ReadonlyArray<Agency>;
  notAsked: ReadonlyArray<Agency>;
  within: number | null;
  without: ReadonlyArray<string>;
  freshness: ReadonlyArray<{
    agency: {
      id: string;
      name: string;
    };
    lastLoad: string | null;
    from: string | null;
    to: string | null;
    says: string;
  }>;
  withheld: {
    kind: WithheldKind;
    ask: ReadonlyArray<Agency>;
    says: string;
  };
  revision: number;
  says: string;
}

export interface HandOff {
  id: string;
  kind: string;
  on: {
    earliest: string | null;
    latest: string | null;
    says: string;
  };
  from: Agency;
  to: ReadonlyArray<Agency>;
  about: ReadonlyArray<{
    id: string;
    name: string;
  }>;
  what: string;
  done: string | null;
  days: number;
  settledOn: string | null;
  settledBy: string | null;
  ref: string | null;
  note: string | null;
  says: string;
}

export interface HeldReading {
  says: string;
  periods: ReadonlyArray<{
    from: string;
    to: string | null;
    on: {
      earliest: string | null;
      latest: string | null;
      says: string;
    };
    sets: ReadonlyArray<ReadonlyArray<{
      id: string;
      name: string;
    }>>;
    because: ReadonlyArray<Arrival>;
    says: string;
  }>;
}

export interface Home {
  id: string;
  name: string;
  kind: string;
  address: string | null;
  area: string | null;
  ofSubject: boolean;
}

export interface Person {
  id: string;
  records: ReadonlyArray<string>;
  name: string;
  names: ReadonlyArray<string>;
  sex: string | null;
  born: {
    earliest: string | null;
    latest: string | null;
    says: string;
  } | null;
  died: {
    earliest: string | null;
    latest: string | null;
    says: string;
  } | null;
  expected: {
    earliest: string | null;
    latest: string | null;
    says: string;
  } | null;
  age: string;
  placeholder: boolean;
  unborn: boolean;
  deceased: boolean;
  child: boolean | null;
}

export interface Pill {
  agency: Agency;
  form: string | null;
  involved: boolean;
  start: {
    earliest: string | null;
    latest: string | null;
    says: string;
  } | null;
  end: {
    earliest: string | null;
    latest: string | null;
    says: string;
  } | null;
  says: string;
}

export interface Role {
  id: string;
  person: string;
  organisation: string;
  role: string;
  withChildren: boolean;
  asChild: boolean;
  start: {
    earliest: string | null;
    latest: string | null;
    says: string;
  };
  end: {
    earliest: string | null;
    latest: string | null;
    says: string;
  };
  inForce: boolean;
  standing: Standing;
  disputed: boolean;
  says: string;
  holders: ReadonlyArray<{
    agency: {
      id: string;
      name: string;
    };
    from: string;
  }>;
  evidence: ReadonlyArray<Statement>;
  against: ReadonlyArray<Statement>;
}

export interface Route {
  people: ReadonlyArray<Brief>;
  steps: ReadonlyArray<{
    from: {
      id: string;
      name: string;
    };
    to: {
      id: string;
      name: string;
    };
    says: string;
    ties: ReadonlyArray<Tie>;
  }>;
  says: string;
  inForce: boolean;
  certain: boolean;
  together: boolean;
  standing: Standing;
  assembled: boolean;
  heldBetween: ReadonlyArray<ReadonlyArray<{
    id: string;
    name: string;
  }>>;
  heldFrom: string | null;
}

export interface Sharing {
  id: string;
  from: {
    id: string;
    name: string;
  };
  to: {
    id: string;
    name: string;
  };
  on: {
    earliest: string | null;
    latest: string | null;
    says: string;
  };
  state: string;
  statements: ReadonlyArray<Statement>;
  ref: string | null;
  note: string | null;
  says: string;
}

export interface Statement {
  id: string;
  agency: {
    id: string;
    name: string;
  };
  recorded: {
    earliest: string | null;
    latest: string | null;
    says: string;
  };
  stance: Stance;
  source: {
    kind: string;
    name: string | null;
  };
  says: string;
  ref: string | null;
  note: string | null;
  repeats: string | null;
  inferred: boolean;
  heldFrom: string;
}

export interface Stay {
  id: string;
  person: string;
  home: string;
  pattern: string;
  nights: number | null;
  party: string | null;
  start: {
    earliest: string | null;
    latest: string | null;
    says: string;
  };
  end: {
    earliest: string | null;
    latest: string | null;
    says: string;
  };
  inForce: boolean;
  certain: boolean;
  standing: Standing;
  disputed: boolean;
  says: string;
  holders: ReadonlyArray<{
    agency: {
      id: string;
      name: string;
    };
    from: string;
  }>;
  evidence: ReadonlyArray<Statement>;
  against: ReadonlyArray<Statement>;
}

export interface Tie {
  id: string;
  kind: TieKind;
  form: string | null;
  via: {
    id: string;
    kind: string;
    name: string;
  } | null;
  start: {
    earliest: string | null;
    latest: string | null;
    says: string;
  };
  end: {
    earliest: string | null;
    latest: string | null;
    says: string;
  };
  inForce: boolean;
  certain: boolean;
  standing: Standing;
  disputed: boolean;
  derived: boolean;
  says: string;
  holders: ReadonlyArray<{
    agency: {
      id: string;
      name: string;
    };
    from: string;
  }>;
  heldTogether: boolean;
  evidence: ReadonlyArray<Statement>;
  against: ReadonlyArray<Statement>;
  contact: {
    id: string;
    agency: {
      id: string;
      name: string;
    };
    on: {
      says: string;
    };
    kind: string;
    from: string | null;
    ref: string | null;
    says: string;
  } | null;
}

export interface ChangeDaysAnswer {
  changeDays: {
    person: {
      id: string;
      name: string;
    };
    grounds: Grounds;
    previous: string | null;
    next: string | null;
    says: string;
  };
}

export interface ChildrenNearAnswer {
  childrenNear: {
    subject: Person;
    grounds: Grounds;
    truncated: boolean;
    found: ReadonlyArray<Found>;
    takenBack: ReadonlyArray<Found>;
    ageNotKnown: ReadonlyArray<Found>;
  };
}

export interface ChronologyAnswer {
  chronology: {
    people: ReadonlyArray<Person>;
    grounds: Grounds;
    truncated: boolean;
    total: number;
    skipped: number;
    asHeldBy: Agency | null;
    settings: string;
    order: string;
    pageSays: string;
    entries: ReadonlyArray<Entry>;
    undated: ReadonlyArray<Entry>;
    notHeld: ReadonlyArray<Entry>;
    lanes: ReadonlyArray<{
      agency: Agency;
      entries: number;
      heldFrom: string | null;
      loadedFrom: string | null;
      loadedTo: string | null;
      says: string;
    }>;
    withoutRecord: ReadonlyArray<Agency>;
  };
}

export interface CompareDaysAnswer {
  compareDays: {
    child: Brief;
    before: Grounds;
    grounds: Grounds;
    truncated: boolean;
    says: string;
    changes: ReadonlyArray<{
      what: ChangeKind;
      how: ChangeHow;
      id: string;
      people: ReadonlyArray<Brief>;
      before: string | null;
      after: string | null;
      because: ReadonlyArray<Arrival>;
      why: string;
      says: string;
    }>;
  };
}

export interface ContradictionsAnswer {
  contradictions: {
    people: ReadonlyArray<Person>;
    grounds: Grounds;
    truncated: boolean;
    total: number;
    contradictions: ReadonlyArray<{
      id: string;
      kind: string;
      about: ReadonlyArray<{
        id: string;
        name: string;
      }>;
      words: ReadonlyArray<{
        statement: Statement;
        source: string;
        standing: boolean;
        repeatedBy: ReadonlyArray<Statement>;
      }>;
      heldFrom: string;
      heldByOne: ReadonlyArray<Agency>;
      says: string;
    }>;
  };
}

export interface CountySweepAnswer {
  countySweep: {
    grounds: Grounds;
    truncated: boolean;
    skipped: number;
    total: number;
    pairs: ReadonlyArray<{
      person: Brief;
      child: Brief;
      steps: number;
      areas: ReadonlyArray<string>;
      assembled: boolean;
      heldBetween: ReadonlyArray<ReadonlyArray<{
        id: string;
        name: string;
      }>>;
      heldFrom: string;
      says: string;
    }>;
    byArea: ReadonlyArray<{
      name: string;
      count: number | null;
      says: string;
    }>;
    byAgency: ReadonlyArray<{
      name: string;
      count: number | null;
      says: string;
    }>;
    byMonth: ReadonlyArray<{
      name: string;
      count: number | null;
      says: string;
    }>;
  };
}

export interface CoverageAnswer {
  coverage: {
    people: ReadonlyArray<Person>;
    grounds: Grounds;
    truncated: boolean;
    total: number;
    covered: ReadonlyArray<{
      id: string;
      kind: EntryKind;
      agency: Agency;
      on: {
        earliest: string | null;
        latest: string | null;
        says: string;
      };
      about: ReadonlyArray<{
        id: string;
        name: string;
      }>;
      what: string;
      done: string | null;
      ref: string | null;
      agencies: ReadonlyArray<{
        agency: Agency;
        part: string;
        with: ReadonlyArray<{
          id: string;
          name: string;
        }>;
        on: {
          earliest: string | null;
          latest: string | null;
          says: string;
        } | null;
        sharing: string | null;
        notPassedOn: ReadonlyArray<string>;
        says: string;
      }>;
      says: string;
    }>;
  };
}

export interface DecisionsAboutAnswer {
  decisionsAbout: {
    person: Person;
    grounds: Grounds;
    truncated: boolean;
    decisions: ReadonlyArray<Decision>;
  };
}

export interface FindPersonAnswer {
  findPerson: {
    grounds: Grounds;
    truncated: boolean;
    matches: ReadonlyArray<{
      person: Person;
      why: ReadonlyArray<string>;
      area: string | null;
      holders: ReadonlyArray<Agency>;
    }>;
  };
}

export interface FirstHeldAnswer {
  firstHeld: {
    child: Brief;
    person: Brief;
    grounds: Grounds;
    truncated: boolean;
    says: string;
    reading: HeldReading;
    apart: HeldReading | null;
    routes: ReadonlyArray<{
      route: {
        people: ReadonlyArray<Brief>;
        says: string;
        heldBetween: ReadonlyArray<ReadonlyArray<{
          id: string;
          name: string;
        }>>;
        heldFrom: string | null;
      };
      reading: HeldReading;
    }>;
    facts: ReadonlyArray<{
      id: string;
      kind: string;
      from: {
        id: string;
        name: string;
      };
      to: {
        id: string;
        name: string;
      } | null;
      says: string;
      held: ReadonlyArray<{
        agencies: ReadonlyArray<{
          id: string;
          name: string;
        }>;
        day: string;
        on: {
          earliest: string | null;
          latest: string | null;
          says: string;
        };
        to: string | null;
        firstHand: boolean;
        beforehand: boolean;
        by: ReadonlyArray<Arrival>;
        says: string;
      }>;
    }>;
    sharings: ReadonlyArray<Sharing>;
    heldNothing: ReadonlyArray<{
      id: string;
      name: string;
    }>;
  };
}

export interface HouseholdAnswer {
  household: {
    home: Home;
    grounds: Grounds;
    truncated: boolean;
    members: ReadonlyArray<{
      person: Person;
      stays: ReadonlyArray<Stay>;
      concerns: ReadonlyArray<Concern>;
      otherHomes: ReadonlyArray<{
        home: Home;
        stays: ReadonlyArray<Stay>;
        members: ReadonlyArray<{
          person: Person;
          stays: ReadonlyArray<Stay>;
          concerns: ReadonlyArray<Concern>;
        }>;
      }>;
      says: string;
    }>;
    changes: ReadonlyArray<{
      person: Brief;
      when: {
        earliest: string | null;
        latest: string | null;
        says: string;
      };
      says: string;
      stay: {
        id: string;
      };
    }>;
    addresses: ReadonlyArray<{
      says: string;
      lines: ReadonlyArray<string>;
      postcode: string | null;
      uprn: string | null;
      area: string | null;
      start: {
        earliest: string | null;
        latest: string | null;
        says: string;
      };
      end: {
        earliest: string | null;
        latest: string | null;
        says: string;
      };
      inForce: boolean;
      holders: ReadonlyArray<{
        agency: {
          id: string;
          name: string;
        };
        from: string;
      }>;
    }>;
    addressesDiffer: string | null;
    says: string;
  };
}

export interface LostHandOffsAnswer {
  lostHandOffs: {
    people: ReadonlyArray<Person>;
    grounds: Grounds;
    truncated: boolean;
    lost: ReadonlyArray<HandOff>;
    settled: ReadonlyArray<HandOff>;
  };
}

export interface PeopleOfConcernNearAnswer {
  peopleOfConcernNear: {
    subject: Person;
    grounds: Grounds;
    truncated: boolean;
    found: ReadonlyArray<Found>;
    takenBack: ReadonlyArray<Found>;
  };
}

export interface RecentContactsAnswer {
  recentContacts: {
    child: Person;
    grounds: Grounds;
    truncated: boolean;
    homes: ReadonlyArray<Home>;
    contacts: ReadonlyArray<Contact>;
  };
}

export interface RecordDecisionAnswer {
  recordDecision: {
    grounds: Grounds;
    decision: Decision;
  };
}

export interface RestsOnAnswer {
  restsOn: {
    child: Brief;
    grounds: Grounds;
    truncated: boolean;
    says: string;
    falling: ReadonlyArray<Statement>;
    routes: ReadonlyArray<{
      people: ReadonlyArray<Brief>;
      says: string;
    }>;
    people: ReadonlyArray<Brief>;
    facts: ReadonlyArray<{
      id: string;
      kind: string;
      says: string;
    }>;
    weaker: ReadonlyArray<{
      id: string;
      kind: string;
      says: string;
    }>;
    sources: ReadonlyArray<{
      id: string;
      name: string;
      statements: ReadonlyArray<Statement>;
      facts: ReadonlyArray<{
        id: string;
        kind: string;
        says: string;
      }>;
      routes: number;
      says: string;
    }>;
  };
}

export interface RoutesBetweenAnswer {
  routesBetween: {
    from: ReadonlyArray<Brief>;
    to: ReadonlyArray<Brief>;
    grounds: Grounds;
    truncated: boolean;
    routes: ReadonlyArray<Route>;
    kin: ReadonlyArray<{
      from: {
        id: string;
        name: string;
      };
      to: {
        id: string;
        name: string;
      };
      toIs: ReadonlyArray<string>;
      fromIs: ReadonlyArray<string>;
      says: string;
    }>;
  };
}

export interface WebOfPersonAnswer {
  webOfPerson: {
    subject: Person;
    grounds: Grounds;
    truncated: boolean;
    people: ReadonlyArray<{
      person: Person;
      steps: number;
      toSubject: ReadonlyArray<string>;
      concerns: ReadonlyArray<Concern>;
      agencies: ReadonlyArray<Pill>;
      custody: string | null;
      otherHomes: number;
    }>;
    homes: ReadonlyArray<Home>;
    organisations: ReadonlyArray<{
      id: string;
      name: string;
      kind: string;
      small: boolean;
    }>;
    agencies: ReadonlyArray<Agency>;
    ties: ReadonlyArray<{
      from: string;
      to: string;
      tie: Tie;
    }>;
    stays: ReadonlyArray<Stay>;
    roles: ReadonlyArray<Role>;
    says: string;
  };
}

export interface WhoHoldsWhatAnswer {
  whoHoldsWhat: {
    person: Person;
    grounds: Grounds;
    truncated: boolean;
    agencies: ReadonlyArray<{
      agency: Agency;
      answer: string;
      statements: number | null;
      kinds: ReadonlyArray<{
        kind: string;
        count: number;
      }>;
      heldSince: string | null;
      involvement: ReadonlyArray<Pill>;
      noLongerInvolved: boolean;
      lastContact: Contact | null;
      askedIn: ReadonlyArray<Contact>;
      says: string;
    }>;
  };
}

export interface WhoToTellAnswer {
  whoToTell: {
    subject: Person;
    grounds: Grounds;
    truncated: boolean;
    children: ReadonlyArray<{
      child: Person;
      steps: number;
      route: {
        people: ReadonlyArray<Brief>;
        says: string;
        standing: Standing;
        inForce: boolean;
        together: boolean;
        assembled: boolean;
      };
      heldBetween: ReadonlyArray<ReadonlyArray<{
        id: string;
        name: string;
      }>>;
      carers: ReadonlyArray<Brief>;
      areas: ReadonlyArray<string>;
      agencies: ReadonlyArray<{
        agency: Agency;
        with: ReadonlyArray<{
          id: string;
          name: string;
        }>;
        responsible: boolean;
        holds: HoldsRoute;
        why: ReadonlyArray<string>;
      }>;
      says: string;
    }>;
  };
}
