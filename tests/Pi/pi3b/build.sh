# Sourced by tests/Pi/run. Puts what an emulated Raspberry Pi 3B needs into $cache/pi3b. Only QEMU is installed on this
# machine; Debian's arm64 packages are downloaded with a package list of our own and unpacked.

pi3b=$cache/pi3b

arm64() { # apt for arm64, with its lists in the cache, whatever this machine is
    mkdir -p "$pi3b"/apt/{state/lists/partial,cache/archives/partial}
    "$1" -o Dir::State="$pi3b/apt/state" -o Dir::State::status=/dev/null -o Dir::Cache="$pi3b/apt/cache" \
        -o APT::Architecture=arm64 -o APT::Architectures=arm64 -o APT::Sandbox::User="$(id -un)" -qq "${@:2}"
}

pi3b_packages() {
    local backport=https://deb.debian.org/debian/pool/main/libg/libgpiod/libgpiod3_2.1.3-1~bpo12+1_arm64.deb
    local sum=bda30f0bc2926902e4d2034fc91d0127c990dc3dce43590366e117c7fe3be6c7 release unpacked=$pi3b/unpacked
    [[ -e $pi3b/complete ]] && return
    rm -rf "$unpacked" "$pi3b/debs" && mkdir -p "$unpacked" "$pi3b/debs"
    say "reading Debian's list of arm64 packages"
    arm64 apt-get update || fail "apt cannot read the package lists of arm64"
    release=$(arm64 apt-cache depends linux-image-arm64 | sed -n 's/.*Depends: linux-image-//p' | head -n 1)
    say "downloading kernel $release for the Pi and what the app needs, 65 MB"
    (cd "$pi3b/debs" && arm64 apt-get download "linux-image-$release" busybox-static libc6 libgcc-s1 libstdc++6 \
        libgpiod2) || fail "apt cannot download the packages"
    for deb in "$pi3b"/debs/*.deb; do dpkg-deb -x "$deb" "$unpacked"; done
    curl -fsSL -o "$pi3b/debs/libgpiod3.deb" "$backport" || fail "$backport cannot be downloaded"
    echo "$sum  $pi3b/debs/libgpiod3.deb" | sha256sum --check --quiet || fail "$backport does not have the expected checksum"
    dpkg-deb -x "$pi3b/debs/libgpiod3.deb" "$pi3b/gpiod2"
    cp "$unpacked/boot/vmlinuz-$release" "$pi3b/kernel"
    cp "$unpacked/usr/lib/linux-image-$release/broadcom/bcm2837-rpi-3-b.dtb" "$pi3b/"
    rm -rf "$unpacked/lib/modules" "$pi3b/debs"
    touch "$pi3b/complete"
}

pi3b_app() {
    say "publishing hilbench for linux-arm64"
    dotnet publish "$checkout/bench/Cli" -c Release -r linux-arm64 --self-contained -o "$pi3b/app" -v quiet >&2
}

pi3b_initramfs() { # not compressed: the emulated processor would have to unpack it
    local tree=$pi3b/tree library unpacked=$pi3b/unpacked
    rm -rf "$tree" && mkdir -p "$tree"/{bin,lib/gpiod1,lib/gpiod2}
    cp "$unpacked/bin/busybox" "$tree/bin/"
    for library in libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 ld-linux-aarch64.so.1 libgcc_s.so.1 \
        libstdc++.so.6; do
        cp -L "$(find "$unpacked" -path '*aarch64*' -name "$library" | head -n 1)" "$tree/lib/"
    done
    find "$unpacked" -name 'libgpiod.so.?' -exec cp -L {} "$tree/lib/gpiod1/" \;
    find "$pi3b/gpiod2" -name 'libgpiod.so.?' -exec cp -L {} "$tree/lib/gpiod2/" \;
    cp "$here/pi3b/init" "$here/pi3b/rig.json" "$tree/"
    chmod +x "$tree/init"
    cp -a "$pi3b/app" "$tree/app"
    (cd "$tree" && find . | cpio -o -H newc --quiet) > "$pi3b/initrd"
    rm -rf "$tree"
}
