# Completion of clustercalls for bash 4.4 and newer.
# What is proposed comes quoted, and is nothing but text here: none of it is ever run.
_clustercalls_completion() {
    local line=${COMP_LINE-} proposed each
    line=${line:0:${COMP_POINT:-0}}
    proposed=$(
        _CLUSTERCALLS_COMPLETE=bash COMP_LINE=$line _CLUSTERCALLS_WORD=${2-} \
            "$1" "${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null
    )
    COMPREPLY=()
    while IFS= read -r each; do
        [[ -n $each ]] && COMPREPLY+=("$each")
    done <<<"$proposed"
    # Behind FIELD= stands its value.
    if [[ ${COMPREPLY[0]-} == *= ]]; then
        compopt -o nospace 2>/dev/null
    fi
    return 0
}

complete -o default -F _clustercalls_completion clustercalls
