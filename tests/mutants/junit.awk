# Reads junit.xml; prints "feature<TAB>rule: scenario (row)<TAB>red|green", one line for each testcase. A class name is
# the title of the feature and its file in brackets.
function attribute(text, name,    value) {
    if (!match(text, " " name "=\"[^\"]*\"")) return ""
    value = substr(text, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
    gsub(/&quot;/, "\"", value); gsub(/&apos;/, "'", value); gsub(/&lt;/, "<", value); gsub(/&gt;/, ">", value)
    gsub(/&amp;/, "\\&", value)
    return value
}
BEGIN { RS = "<testcase" }
NR > 1 {
    head = substr($0, 1, index($0, ">"))
    body = substr($0, length(head) + 1)
    # What the rig leaves out was not run: it is neither red nor green.
    if (body ~ /name="verdict" value="LeftOut"/) next
    red = head !~ /\/>$/ && body ~ /<(failure|error|skipped)/
    feature = attribute(head, "classname")
    sub(/ \([^()]*\)$/, "", feature)
    printf "%s\t%s\t%s\n", feature, attribute(head, "name"), red ? "red" : "green"
}
