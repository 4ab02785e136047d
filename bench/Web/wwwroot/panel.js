// Blazor draws the page. Here is only what it cannot do: come back after a restart of the server, and make a sound.
(function () {
    'use strict';

    const modal = document.getElementById('components-reconnect-modal');
    modal.addEventListener('components-reconnect-state-changed', event => {
        // The server was started again and does not know this page: load it anew.
        if (event.detail.state === 'rejected' || event.detail.state === 'resume-failed') location.reload();
        if (event.detail.state === 'failed') comeBack();
    });

    function comeBack() {
        fetch('/', { cache: 'no-store' }).then(() => location.reload(), () => setTimeout(comeBack, 2000));
    }

    Blazor.start({
        circuit: { reconnectionOptions: { maxRetries: 20, retryIntervalMilliseconds: n => n < 10 ? 500 : 3000 } }
    });

    let sound;
    window.panel = {
        // A tone of the meter's buzzer; a browser allows it after the first click.
        beep: function (milliseconds) {
            sound = sound || new AudioContext();
            const tone = sound.createOscillator(), volume = sound.createGain();
            tone.frequency.value = 2700;
            tone.type = 'square';
            volume.gain.value = 0.05;
            tone.connect(volume).connect(sound.destination);
            tone.start();
            tone.stop(sound.currentTime + Math.min(Math.max(milliseconds, 30), 2000) / 1000);
        }
    };
})();
