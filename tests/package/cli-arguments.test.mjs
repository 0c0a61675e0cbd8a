// A command line that is wrong: exit code 2, nothing on standard output, and the option with its remedy on standard error.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { passes, rolecall, sample, small } from "./cli.mjs";

const [config, ...files] = passes;
const asked = ["check", ...passes];

const cases = {
  "no command": [[], /--help lists the commands/],
  "an unknown command": [["chek"], /no command chek\n {2}did you mean check\?/],
  "an option before the command": [["--format", "json", "check", config], /--format is no option without a command/],
  "an unknown option that is nearly one": [
    ["check", config, "--membres", "x"],
    /no option --membres\n {2}did you mean --members\?/,
  ],
  "an unknown option": [[...asked, "--frobnicate"], /no option --frobnicate\n {2}rolecall check --help lists the options/],
  "an unknown short option": [[...asked, "-x"], /no option -x/],
  "an option of another command": [
    ["repair", ...passes, "--people"],
    /--people is no option of rolecall repair\n {2}it is one of: rolecall check/,
  ],
  "no configuration": [["check", ...files], /CONFIG is missing/],
  "two configurations": [[...asked, "other.json"], /other\.json is one too many/],
  "no people": [["check", config], /--members is missing\n {2}give --members FILE and --directory FILE, or --roster FILE/],
  "an option without its value": [
    ["check", config, "--members", "--directory", small.both],
    /--members needs a value\n {2}write --members FILE/,
  ],
  "the last option without its value": [[...asked, "--actor"], /--actor needs a value/],
  "an empty value": [[...asked, "--actor="], /--actor needs a value/],
  "a value for an option without one": [[...asked, "--people=yes"], /--people takes no value/],
  "an option twice": [[...asked, "--actor", "a@b.c", "--actor", "d@e.f"], /--actor is given twice/],
  "an unknown format": [[...asked, "--format", "jsno"], /--format cannot be jsno\n {2}did you mean json\?/],
  "a format of another command": [["rule", "--format", "sarif"], /--format cannot be sarif here\n {2}it may be text or json/],
  "an unknown language": [[...asked, "--locale", "fr"], /--locale cannot be fr/],
  "an unknown assignment": [[...asked, "--assignment", "everyone"], /--assignment cannot be everyone\n.*group:NAME/],
  "two assignments": [[...asked, "--assignment", "listed", "--assignment", "group:x"], /--assignment is given twice/],
  "whole and not whole": [[...asked, "--complete", "--incomplete"], /contradict/],
  "fixes and none": [[...asked, "--fixes", "--no-fixes"], /contradict/],
  "a fingerprint that is none": [[...asked, "--acknowledge", "abc"], /--acknowledge cannot be abc/],
  "a limit that is none": [[...asked, "--limit", "poeple=5"], /--limit cannot be poeple=5/],
  "a size that is none": [[...asked, "--max-bytes", "1 MB"], /--max-bytes cannot be 1 MB/],
  "a roster beside files": [["check", ...sample, "--members", small.members], /--roster holds both sides/],
  "a roster and what is said of files": [["check", ...sample, "--incomplete"], /--roster holds both sides/],
  "something said of no file": [[...asked, "--group", "app-users"], /--group app-users does not say of which file/],
  "something said of another file": [
    [...asked, "--group", "both.jsn=x"],
    /both\.jsn, which is none of the files\n {2}did you mean both\.json\?/,
  ],
  "a group twice for a file": [
    [...asked, "--group", "both.json=x", "--group", "both.json=y"],
    /--group is given twice for both\.json/,
  ],
  "columns that are none": [[...asked, "--columns", "both.json=Login"], /not understood at Login/],
  "an unknown field of columns": [
    [...asked, "--columns", "both.json=seattier:Seat"],
    /no field seattier\n {2}did you mean seatTier\?/,
  ],
  "an unknown format of a file": [[...asked, "--read-as", "both.json=cvs"], /--read-as both\.json must be one of .*csv/],
  "an unknown encoding": [[...asked, "--encoding", "both.json=utf-5"], /--encoding both\.json must be the label/],
  "standard input twice": [["check", "-", "--members", "-"], /standard input can be read only once/],
  "standard input once more": [["check", "-", ...files, "--accept-file", "-"], /standard input can be read only once/],
  "an output that is an input": [[...asked, "--output", `./${small.both}`], /--output would write over \.\/both\.json/],
  "an option that every object has": [[...asked, "--constructor"], /no option --constructor/],
  "names and no names": [[...asked, "--people", "--no-names"], /--people lists people/],
  "names in Markdown and no names": [[...asked, "--format", "markdown", "--no-names"], /--no-names leaves them out/],
  "people in SARIF": [[...asked, "--format", "sarif", "--people"], /--people has no place in sarif/],
  "an unknown rule": [["rule", "lockout/actor-demotd"], /did you mean lockout\/actor-demoted\?/],
  "nothing to inspect": [["inspect"], /FILE… is missing/],
};

describe("it is refused", () => {
  for (const [what, [args, says]] of Object.entries(cases)) {
    test(what, async () => {
      const { stdout, stderr } = await rolecall(args, { expect: 2 });
      assert.match(stderr, says);
      assert.equal(stdout, "");
      assert.doesNotMatch(stderr, /\bat .*\.js:\d/, "no stack is shown");
    });
  }
});

test("a value may begin with a hyphen", async () => {
  const { stderr } = await rolecall(["check", config, "--members=-x.csv"], { expect: 2 });
  assert.match(stderr, /^rolecall: -x\.csv cannot be read/);
});
