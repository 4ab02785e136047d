# Sourced by tests/Pi/run. Puts a Debian 12 with its own systemd for the virtual machine into $cache/systemd. As on
# Raspberry Pi OS there are a user pi with sudo, the groups gpio and i2c, and a udev rule that gives them the devices.
# The published program is in pi's home folder; the commands of the docs install it.

systemd=$cache/systemd

systemd_root() {
    local root=$systemd/root packages=systemd,systemd-sysv,udev,kmod,passwd,sudo,libgpiod2,libstdc++6 stamp unit
    stamp=$(cat "$here"/systemd/{build.sh,agent,agent.service,slow-udev} | sha256sum)
    [[ -e $systemd/root.img && $(cat "$systemd/stamp" 2> /dev/null) == "$stamp" ]] && return
    [[ $(id -u) == 0 ]] || fail "making a Debian for the machine needs root the first time"
    say "making a Debian 12 with systemd, 44 MB to download"
    rm -rf "$systemd" && mkdir -p "$systemd"
    mmdebstrap --quiet --mode=root --variant=essential --include="$packages" \
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' --format=directory bookworm "$root" \
        http://deb.debian.org/debian > "$systemd/log" 2>&1 || { tail "$systemd/log" >&2; fail "debootstrap failed"; }

    echo raspberrypi > "$root/etc/hostname"
    printf '127.0.0.1 localhost raspberrypi\n' > "$root/etc/hosts"
    echo 0123456789abcdef0123456789abcdef > "$root/etc/machine-id"
    printf '/dev/vda / ext4 defaults,noatime 0 0\n/dev/vdb /home/pi/hilbench ext4 ro 0 0\n' > "$root/etc/fstab"
    chroot "$root" groupadd --system gpio
    chroot "$root" groupadd --system i2c
    chroot "$root" useradd --create-home --shell /bin/bash --groups sudo,adm,gpio,i2c pi
    mkdir "$root/home/pi/hilbench"
    echo 'pi ALL=(ALL) NOPASSWD: ALL' > "$root/etc/sudoers.d/010_pi-nopasswd"
    printf 'SUBSYSTEM=="gpio", GROUP="gpio", MODE="0660"\nSUBSYSTEM=="i2c-dev", GROUP="i2c", MODE="0660"\n' \
        > "$root/etc/udev/rules.d/99-com.rules"
    install -m 755 "$here/systemd/agent" "$root/usr/local/sbin/hil-agent"
    install -m 755 "$here/systemd/slow-udev" "$root/usr/local/sbin/slow-udev"
    install -m 644 "$here/systemd/agent.service" "$root/etc/systemd/system/hil-agent.service"
    chroot "$root" systemctl --quiet enable hil-agent.service
    # Services that are not needed here and would cost an emulated processor time.
    for unit in getty@tty1.service serial-getty@ttyS0.service systemd-update-utmp.service fstrim.timer \
        systemd-networkd.service systemd-network-generator.service dpkg-db-backup.timer systemd-hwdb-update.service \
        sys-kernel-debug.mount sys-kernel-tracing.mount dev-hugepages.mount dev-mqueue.mount \
        systemd-binfmt.service proc-sys-fs-binfmt_misc.automount e2scrub_all.timer e2scrub_reap.service; do
        ln -sf /dev/null "$root/etc/systemd/system/$unit"
    done
    /sbin/mke2fs -q -q -t ext4 -d "$root" "$systemd/root.img" 640M
    rm -rf "$root"
    echo "$stamp" > "$systemd/stamp"
}

systemd_initramfs() { # loads what the disks and the pins need, and hands over to systemd
    modules=$cache/kernel/lib/modules/$release
    tree=$systemd/tree
    rm -rf "$tree" && mkdir -p "$tree"/{bin,modules}
    cp "$(command -v busybox)" "$tree/bin/busybox"
    install -m 755 "$here/systemd/init" "$tree/init"
    local name file
    for name in virtio_pci virtio_blk virtio_console crc32c_generic ext4 i2c_dev i2c_stub; do module_order "$name"; done
    while read -r name; do
        file=$(find "$modules" -name "$name.ko" -o -name "${name//_/-}.ko" | head -n 1)
        cp "$file" "$tree/modules/" && basename "$file" >> "$tree/modules/order"
    done < "$tree/modules/names"
    sed -i 's/^i2c-stub.ko$/& chip_addr=0x50/' "$tree/modules/order" # a bus on which nothing of ours answers
    cp "$cache/module/hilpins.ko" "$tree/modules/" && echo hilpins.ko >> "$tree/modules/order"
    (cd "$tree" && find . | cpio -o -H newc --quiet) > "$systemd/initrd"
    rm -rf "$tree"
}
