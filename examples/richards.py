# wasm: yes
# bench: 80
"""The Richards operating system simulation: a scheduler with tasks of several classes, packets and queues.

usage: richards.py [ITERATIONS]      (default 1)
"""
import sys

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(1, 7)
KIND_DEVICE, KIND_WORK = 1000, 1001
PACKET_SIZE = 4


class Packet:
    def __init__(self, link, owner, kind):
        self.link = link
        self.owner = owner
        self.kind = kind
        self.datum = 0
        self.data = [0] * PACKET_SIZE

    def append_to(self, queue):
        """Put this packet at the end of the queue and return the queue's head."""
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class TaskState:
    def __init__(self, pending=True, waiting=False, holding=False):
        self.pending = pending
        self.waiting = waiting
        self.holding = holding

    def is_held_or_waiting(self):
        return self.holding or (not self.pending and self.waiting)

    def has_packet_while_waiting(self):
        return self.pending and self.waiting and not self.holding


class Scheduler:
    def __init__(self):
        self.tasks = None
        self.table = [None] * 10
        self.current = None
        self.current_id = 0
        self.held = 0
        self.queued = 0

    def add(self, task):
        self.tasks = task
        self.table[task.id] = task

    def find(self, identifier):
        task = self.table[identifier]
        if task is None:
            raise LookupError(f"no task {identifier}")
        return task

    def run(self):
        self.current = self.tasks
        while self.current is not None:
            task = self.current
            if task.state.is_held_or_waiting():
                self.current = task.link
            else:
                self.current_id = task.id
                self.current = task.run()

    def release(self, identifier):
        task = self.find(identifier)
        task.state.holding = False
        return task if task.priority > self.current.priority else self.current

    def hold_current(self):
        self.held += 1
        self.current.state.holding = True
        return self.current.link

    def suspend_current(self):
        self.current.state.waiting = True
        return self.current

    def queue(self, packet):
        task = self.find(packet.owner)
        self.queued += 1
        packet.link = None
        packet.owner = self.current_id
        return task.accept(packet, self.current)


class Task:
    def __init__(self, scheduler, identifier, priority, queue, state):
        self.scheduler = scheduler
        self.link = scheduler.tasks
        self.id = identifier
        self.priority = priority
        self.queue = queue
        self.state = state
        scheduler.add(self)

    def run(self):
        packet = None
        if self.state.has_packet_while_waiting():
            packet = self.queue
            self.queue = packet.link
            self.state.pending = self.queue is not None
            self.state.waiting = False
        return self.work(packet)

    def accept(self, packet, current):
        if self.queue is None:
            self.queue = packet
            self.state.pending = True
            if self.priority > current.priority:
                return self
        else:
            packet.append_to(self.queue)
        return current

    def work(self, packet):
        raise NotImplementedError


class IdleTask(Task):
    def __init__(self, scheduler, count):
        super().__init__(scheduler, IDLE, 0, None, TaskState(pending=False))
        self.control = 1
        self.count = count

    def work(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.scheduler.hold_current()
        if self.control & 1 == 0:
            self.control //= 2
            return self.scheduler.release(DEVICE_A)
        self.control = self.control // 2 ^ 0xD008
        return self.scheduler.release(DEVICE_B)


class WorkerTask(Task):
    def __init__(self, scheduler, priority, queue):
        super().__init__(scheduler, WORKER, priority, queue, TaskState(waiting=True))
        self.destination = HANDLER_A
        self.count = 0

    def work(self, packet):
        if packet is None:
            return self.scheduler.suspend_current()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.owner = self.destination
        packet.datum = 0
        for i in range(PACKET_SIZE):
            self.count += 1
            if self.count > 26:
                self.count = 1
            packet.data[i] = ord("A") + self.count - 1
        return self.scheduler.queue(packet)


class HandlerTask(Task):
    def __init__(self, scheduler, identifier, priority, queue):
        super().__init__(scheduler, identifier, priority, queue, TaskState(waiting=True))
        self.work_queue = None
        self.device_queue = None

    def work(self, packet):
        if packet is not None:
            if packet.kind == KIND_WORK:
                self.work_queue = packet.append_to(self.work_queue)
            else:
                self.device_queue = packet.append_to(self.device_queue)
        if self.work_queue is not None:
            work = self.work_queue
            position = work.datum
            if position >= PACKET_SIZE:
                self.work_queue = work.link
                return self.scheduler.queue(work)
            if self.device_queue is not None:
                device = self.device_queue
                self.device_queue = device.link
                device.datum = work.data[position]
                work.datum = position + 1
                return self.scheduler.queue(device)
        return self.scheduler.suspend_current()


class DeviceTask(Task):
    def __init__(self, scheduler, identifier, priority):
        super().__init__(scheduler, identifier, priority, None, TaskState(pending=False, waiting=True))
        self.held_packet = None

    def work(self, packet):
        if packet is None:
            if self.held_packet is None:
                return self.scheduler.suspend_current()
            packet, self.held_packet = self.held_packet, None
            return self.scheduler.queue(packet)
        self.held_packet = packet
        return self.scheduler.hold_current()


def packets(*owners_and_kinds):
    queue = None
    for owner, kind in owners_and_kinds:
        queue = Packet(queue, owner, kind)
    return queue


def simulate():
    scheduler = Scheduler()
    IdleTask(scheduler, 10000)
    WorkerTask(scheduler, 1000, packets((None, KIND_WORK), (None, KIND_WORK)))
    HandlerTask(scheduler, HANDLER_A, 2000, packets(*[(DEVICE_A, KIND_DEVICE)] * 3))
    HandlerTask(scheduler, HANDLER_B, 3000, packets(*[(DEVICE_B, KIND_DEVICE)] * 3))
    DeviceTask(scheduler, DEVICE_A, 4000)
    DeviceTask(scheduler, DEVICE_B, 5000)
    scheduler.run()
    return scheduler.queued, scheduler.held


def main():
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    for _ in range(iterations):
        queued, held = simulate()
        assert (queued, held) == (23246, 9297), (queued, held)
    print(f"{iterations} iterations: {queued} packets queued, {held} tasks held")


if __name__ == "__main__":
    main()
