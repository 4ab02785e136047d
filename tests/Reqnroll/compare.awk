# Reads hilbench's junit.xml and then xunit's; prints every scenario that differs, and a summary in one line.
# Ours has the place of a scenario in attributes, xunit's in the output of the test (BenchUnderReqnroll.cs).
function attribute(text, name,    value) {
    if (!match(text, " " name "=\"[^\"]*\"")) return ""
    return substr(text, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
}
function plain(text) {
    sub(/&#x[Aa];.*/, "", text)
    gsub(/&quot;/, "\"", text); gsub(/&apos;/, "'", text); gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text)
    gsub(/&amp;/, "\\&", text)
    return text
}
function differs(place, how) { print place ": " how; different++ }
BEGIN { RS = "<testcase" }
FNR == 1 { report++; next }
{
    head = substr($0, 1, index($0, ">"))
    place = attribute(head, "file") ":" attribute(head, "line")
    if (report == 2) place = match($0, /scenario [^\n]*\.feature:[0-9]+/) ? substr($0, RSTART + 9, RLENGTH - 9) : ++lost
    verdict = "passed"
    if (match($0, /<(failure|error|skipped)/)) {
        body = substr($0, RSTART)
        verdict = "red"
        reason[report, place] = plain(attribute(substr(body, 1, index(body, ">")), "message"))
    }
    if ((report, place) in seen) differs(place, "stands twice in one report")
    seen[report, place] = verdict
    places[place]
    count[report]++
    if (verdict == "red") red[report]++
}
END {
    for (place in places) {
        ours = seen[1, place]; theirs = seen[2, place]
        if (ours == "") differs(place, "only in Reqnroll's report")
        else if (theirs == "") differs(place, "only in hilbench's report")
        else if (ours != theirs) differs(place, ours " by hilbench, " theirs " by Reqnroll: " reason[1, place] reason[2, place])
        else if (index(reason[2, place], reason[1, place]) == 0)
            differs(place, "red for another reason: \"" reason[1, place] "\" and \"" reason[2, place] "\"")
    }
    printf "%d scenarios by hilbench (%d red), %d by Reqnroll (%d red): %s\n", count[1], red[1], count[2], red[2], \
        different ? different " differ" : "the same verdicts"
    exit different || count[1] == 0
}
