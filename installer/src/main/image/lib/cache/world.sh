# Sourced by make-cache.sh and check-image.sh: a sandbox RevKeen, an emulated terminal and a till of the sample shop.
# Wants $till (the starter) and $work (an empty folder); everything listens on loopback, on ports of the system's choice.

sandbox_pid=
terminal_pid=

# Prints the value of key $3 in the one line of JSON that process $1 writes to file $2; waits up to a minute for it.
from_json() {
    tries=0
    while ! grep -q '}' "$2" 2>/dev/null; do
        tries=$((tries + 1))
        [ "$tries" -le 300 ] && kill -0 "$1" 2>/dev/null || return 1
        sleep 0.2
    done
    sed -n "s/.*\"$3\" *: *\"\{0,1\}\([^\",}]*\).*/\1/p" "$2" | head -n 1
}

start_world() {
    "$till" sandbox --port 0 --rate 0 --data "$work/sandbox" --json >"$work/sandbox.json" 2>>"$work/world.log" &
    sandbox_pid=$!
    "$till" emulate zvt --tcp 0 --card-time 200 --json >"$work/terminal.json" 2>>"$work/world.log" &
    terminal_pid=$!
    api=$(from_json "$sandbox_pid" "$work/sandbox.json" base_url) || return 1
    key=$(from_json "$sandbox_pid" "$work/sandbox.json" key) || return 1
    terminal=$(from_json "$terminal_pid" "$work/terminal.json" address) || return 1
    "$till" init --data "$work/shop" --api "$api" --key "$key" --terminal "$terminal" \
        --manager-pin 9999 --clerk-pin 1111 --json >"$work/init.json" 2>>"$work/world.log"
}

stop_world() {
    for pid in $sandbox_pid $terminal_pid; do
        kill "$pid" 2>/dev/null || :
        wait "$pid" 2>/dev/null || :
    done
    sandbox_pid=
    terminal_pid=
}
