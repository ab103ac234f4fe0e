# Completion of clustercalls for fish 3 and newer.
# What is proposed is nothing but text here: fish quotes it as it puts it in, and none of it is ever run.
function __clustercalls_completion
    set -lx _CLUSTERCALLS_COMPLETE fish
    set -g __clustercalls_proposed (clustercalls (commandline -cp | string collect) 2>/dev/null)
    set -q __clustercalls_proposed[1]
end

# Where nothing is proposed, fish goes on to files.
complete --command clustercalls --no-files --condition __clustercalls_completion \
    --arguments '(printf "%s\n" $__clustercalls_proposed)'
