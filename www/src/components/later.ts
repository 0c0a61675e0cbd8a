// What is shown beside or below the answer, or only once somebody asks for it: loaded after the first answer.

import "./compare.ts";
import "./exports.ts";
import "./files.ts";
import "./flow.ts";
import "./linked.ts";
import "./paper-head.ts";
import "./paper-people.ts";
import "./people.ts";
import "./person.ts";
import "./readiness.ts";
import "./reading.ts";
import "./repairs.ts";
import "./rule.ts";
import "./settings/settings.ts";
import "./supposed.ts";
import "./ticket.ts";
import "./share.ts";
