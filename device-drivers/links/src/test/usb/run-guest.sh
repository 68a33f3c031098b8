#!/bin/sh
# Proves raw USB links in a virtual machine: a Debian kernel whose dummy_hcd joins a USB host and a USB device that is
# made of configfs, here a printer. The guest uses this computer's files, read only, and its JDK.
#   run-guest.sh CLASSPATH
# Where it cannot run it says why and ends well. KEENTILL_USB_KERNEL names a folder with boot/vmlinuz-* and
# lib/modules, for example of "apt-get download linux-image-6.1.0-NN-amd64 && dpkg -x linux-image-*.deb FOLDER";
# without it the kernel of this computer is taken.
set -eu

# Where depmod and ldconfig are, also for users whose own path does not name it.
PATH=$PATH:/usr/sbin:/sbin

classpath=$1
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=${KEENTILL_USB_KERNEL:-/}
seconds=${KEENTILL_USB_SECONDS:-300}

skip() { echo "usb: skipped, because $*"; exit 0; }
needs() { command -v "$1" >/dev/null 2>&1 || skip "$1 is not installed; on Debian: apt install $2"; }

[ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || skip "the virtual machine is made for Linux on x86-64"
needs qemu-system-x86_64 qemu-system-x86
needs busybox busybox-static
needs cpio cpio
needs depmod kmod
needs timeout coreutils
ldconfig -p 2>/dev/null | grep -q 'libusb-1\.0\.so\.0' || skip "libusb-1.0 is not installed; on Debian: apt install libusb-1.0-0"
kernel=$(find "${root%/}/boot" -maxdepth 1 -name 'vmlinuz-*' 2>/dev/null | sort | tail -n 1)
[ -n "$kernel" ] || skip "there is no kernel in ${root%/}/boot; set KEENTILL_USB_KERNEL, see $here/run-guest.sh"
version=${kernel##*/vmlinuz-}
modules=${root%/}/lib/modules/$version
find "$modules" -name 'dummy_hcd.ko*' 2>/dev/null | grep -q . || skip "the kernel $version has no module dummy_hcd; Debian's has"
. "$here/../../../../../.mvn/find-jdk.sh"

work=$(mktemp -d "${TMPDIR:-/tmp}/keentill-usb.XXXXXX")
trap 'rm -rf "$work"' EXIT

# An initramfs with busybox and the few modules the guest needs, with what those need.
mkdir -p "$work/image/bin" "$work/image/lib/modules/$version"
cp "$(command -v busybox)" "$work/image/bin/busybox"
cp "$modules/modules.builtin" "$modules/modules.order" "$work/image/lib/modules/$version/"
wanted="virtio_pci 9pnet_virtio 9p dummy_hcd libcomposite usb_f_printer usblp"
# Packages come without the list of what needs what; it is made in a tree of links, so that nothing is written to theirs.
mkdir -p "$work/tree/lib/modules"
cp -rs "$(CDPATH= cd -- "$modules" && pwd)" "$work/tree/lib/modules/$version"
depmod -b "$work/tree" "$version"
for name in $wanted; do
    modprobe -d "$work/tree" -S "$version" --show-depends "$name" | sed -n 's/^insmod //p'
done | sort -u | while read -r file; do
    target=$work/image/${file#"$work/tree/"}
    mkdir -p "$(dirname "$target")"
    cp -L "$file" "$target"
done
depmod -b "$work/image" "$version" 2>/dev/null
rm -rf "$work/tree"
cp "$here/init" "$work/image/init"
chmod 755 "$work/image/init"
cat > "$work/image/trial" <<TRIAL
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -XX:-UsePerfData -Djava.io.tmpdir=/run \
    --enable-native-access=ALL-UNNAMED -cp "$classpath" io.keentill.device.links.UsbTrial
TRIAL
(cd "$work/image" && find . | cpio -o -H newc --quiet) | gzip -1 > "$work/initramfs.gz"

# An emulated processor: slower than a virtual one, but the same everywhere, also inside virtual machines.
timeout "$seconds" qemu-system-x86_64 -machine accel=tcg -cpu Nehalem -m 1024 -smp 2 \
    -nodefaults -no-reboot -display none -serial stdio -monitor none \
    -kernel "$kernel" -initrd "$work/initramfs.gz" -append "console=ttyS0 quiet panic=-1 rdinit=/init" \
    -virtfs local,path=/,mount_tag=host,security_model=none,multidevs=remap,readonly=on \
    </dev/null >"$work/log" 2>&1 || echo "usb: the virtual machine ended with $?" >>"$work/log"
tr -d '\r' <"$work/log" | sed -n '/^usb:/p'
grep -q '^usb: all proven' "$work/log" || {
    echo "usb: the proof failed; the end of the guest's log:"
    tail -n 40 "$work/log"
    exit 1
}
