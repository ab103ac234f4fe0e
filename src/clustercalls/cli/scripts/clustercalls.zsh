#compdef clustercalls
# Completion of clustercalls for zsh 5 and newer.
# What is proposed is nothing but text here: zsh quotes it as it puts it in, and none of it is ever run.
_clustercalls_completion() {
    local each expl
    local -a values=() shown=() suffix=()
    while IFS= read -r each; do
        values+=("${each%%$'\t'*}")
        shown+=("${each#*$'\t'}")
    done < <(
        _CLUSTERCALLS_COMPLETE=zsh COLUMNS=$COLUMNS clustercalls \
            "${(@)words[1,CURRENT-1]}" "$QIPREFIX$IPREFIX$PREFIX" 2>/dev/null
    )
    if (( ! $#values )); then
        _files
        return
    fi
    # Behind FIELD= stands its value.
    [[ $values[1] == *= ]] && suffix=(-S '')
    _wanted values expl value compadd -l -d shown "${suffix[@]}" -a values
}

if [[ ${funcstack[1]-} == _clustercalls ]]; then
    _clustercalls_completion "$@"
else
    compdef _clustercalls_completion clustercalls
fi
