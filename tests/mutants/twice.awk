# Reads feature files; prints "feature<TAB>pattern of the scenario's title" for every scenario that keys in a token twice.
function finish(    token, twice) {
    twice = 0
    for (token in typed) if (typed[token] > 1) twice = 1
    if (twice && title != "") printf "%s\t%s\n", feature, pattern(title)
    delete typed
    title = ""
}
function pattern(text) {
    gsub(/[][(){}.*+?$|]/, "[&]", text)
    gsub(/<[^>]*>/, ".*", text)
    return text
}
FNR == 1 { finish() }
/^ *Feature:/ { feature = $0; sub(/^ *Feature: */, "", feature) }
/^ *Scenario( Outline)?:/ { finish(); title = $0; sub(/^ *Scenario( Outline)?: */, "", title) }
/^ *(When|And) the customer keys in (the token|token "[^"]*")/ && !/ with digit / {
    match($0, /keys in (the token|token "[^"]*")/)
    typed[substr($0, RSTART, RLENGTH)]++
}
END { finish() }
