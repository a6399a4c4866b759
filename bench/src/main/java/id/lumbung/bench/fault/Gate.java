package id.lumbung.bench.fault;

import java.util.concurrent.TimeoutException;

/** Lets clients through while it is open; closed, it knows when all of them stand before it. */
final class Gate {
    private final int clients;
    private int waiting;
    private boolean open;
    private boolean ended;

    Gate(int clients) {
        this.clients = clients;
    }

    /** Waits while the gate is closed; false when the work is over. */
    synchronized boolean pass() throws InterruptedException {
        waiting++;
        notifyAll();
        while (!open && !ended) {
            wait();
        }
        waiting--;
        return !ended;
    }

    synchronized void open() {
        open = true;
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized void closeAndWait(long millis) throws InterruptedException, TimeoutException {
        open = false;
        long until = System.currentTimeMillis() + millis;
        while (waiting < clients) {
            long left = until - System.currentTimeMillis();
            if (left <= 0) {
                throw new TimeoutException(clients - waiting + " clients still wait for an answer");
            }
            wait(left);
        }
    }
}
