// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * hilpins: the electronics around a Raspberry Pi's header, as far as a meter can notice them.
 *
 * It registers a GPIO chip of 54 lines under a Pi's label, so that programs that use the kernel's GPIO character
 * device see pins. The pins are connected to wires. A closed contact joins two wires; a driven level overrides a pull,
 * and low overrides high. So a key matrix answers a row scan at once, in the kernel, however slow the bench is.
 *
 * /dev/hilpins is the bench's side. Reading gives every change of every pin, in order and without loss, as records of
 * 16 bytes (struct record). Writing takes commands of 4 bytes (struct command): close or open a contact, or connect
 * a pull-up to a wire. Not modelled: voltages, currents, rise times, drive strength, open drain.
 */
#include <linux/fs.h>
#include <linux/gpio/driver.h>
#include <linux/irq_work.h>
#include <linux/ktime.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/poll.h>
#include <linux/vmalloc.h>

#define LINES 54
#define LABEL "pinctrl-bcm2835"
#define MOST_CONTACTS 64
#define LOG_RECORDS (1u << 17)

enum kind { MODE_INPUT = 0, MODE_PULL_UP = 1, MODE_PULL_DOWN = 2, MODE_OUTPUT = 3, CONTACT_CLOSED = 10,
            CONTACT_OPEN = 11, RECORDS_LOST = 255 };

/* What happened to a pin (its mode, and the level it drives) or to a contact (first, second). */
struct record {
	__le64 at; /* ns, CLOCK_MONOTONIC */
	u8 kind;
	u8 pin;
	u8 level; /* of an output; the second wire of a contact */
	u8 zero[5];
} __packed;

struct command {
	u8 what; /* 'c' close, 'o' open, 'u' pull-up on wire first */
	u8 first;
	u8 second;
	u8 newline;
} __packed;

static DEFINE_RAW_SPINLOCK(lock);
static u64 outputs, latch, pull_up, pull_down, board_up, levels;
static struct { u8 first, second; } contacts[MOST_CONTACTS];
static unsigned int closed;
static u64 rising, falling, unmasked, raised;

static struct record *log_ring;
static unsigned int log_head, log_tail;
static bool log_lost;
static DECLARE_WAIT_QUEUE_HEAD(readers);
static struct irq_work wake_work, edge_work;
static struct gpio_chip chip;

/* ---- the log ---- */

static void put(u8 kind, u8 pin, u8 level)
{
	struct record *record;

	if (log_head - log_tail >= LOG_RECORDS - 1) {
		log_lost = true;
		return;
	}
	record = &log_ring[log_head % LOG_RECORDS];
	*record = (struct record){ .at = cpu_to_le64(ktime_get_ns()), .kind = log_lost ? RECORDS_LOST : kind,
				   .pin = pin, .level = level };
	log_lost = false;
	smp_store_release(&log_head, log_head + 1);
	irq_work_queue(&wake_work);
}

static void put_mode(unsigned int pin)
{
	u64 bit = BIT_ULL(pin);
	u8 kind = outputs & bit ? MODE_OUTPUT : pull_up & bit ? MODE_PULL_UP : pull_down & bit ? MODE_PULL_DOWN
		: MODE_INPUT;

	put(kind, pin, !!(latch & bit));
}

/* ---- the wires ---- */

static u64 joined_to(unsigned int pin)
{
	u64 group = BIT_ULL(pin), before;
	unsigned int i;

	do {
		before = group;
		for (i = 0; i < closed; i++) {
			u64 both = BIT_ULL(contacts[i].first) | BIT_ULL(contacts[i].second);

			if (group & both)
				group |= both;
		}
	} while (group != before);
	return group;
}

static bool level_of(unsigned int pin)
{
	u64 group = closed ? joined_to(pin) : BIT_ULL(pin);

	if (group & outputs & ~latch)
		return false;
	if (group & outputs & latch)
		return true;
	return !(group & pull_down) && (group & (pull_up | board_up));
}

/* Called after a change: finds edges on the lines whose interrupts are enabled. */
static void settle(void)
{
	u64 watched = unmasked, rest;

	for (rest = watched; rest; rest &= rest - 1) {
		unsigned int pin = __ffs64(rest);
		u64 bit = BIT_ULL(pin);
		bool high = level_of(pin);

		if (high == !!(levels & bit))
			continue;
		levels ^= bit;
		if ((high ? rising : falling) & bit)
			raised |= bit;
	}
	if (raised)
		irq_work_queue(&edge_work);
}

/* ---- the GPIO chip ---- */

static int pins_get_direction(struct gpio_chip *gc, unsigned int pin)
{
	return outputs & BIT_ULL(pin) ? GPIO_LINE_DIRECTION_OUT : GPIO_LINE_DIRECTION_IN;
}

static int pins_direction_input(struct gpio_chip *gc, unsigned int pin)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&lock, flags);
	outputs &= ~BIT_ULL(pin);
	put_mode(pin);
	settle();
	raw_spin_unlock_irqrestore(&lock, flags);
	return 0;
}

static int pins_direction_output(struct gpio_chip *gc, unsigned int pin, int value)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&lock, flags);
	latch = value ? latch | BIT_ULL(pin) : latch & ~BIT_ULL(pin);
	outputs |= BIT_ULL(pin);
	put_mode(pin);
	settle();
	raw_spin_unlock_irqrestore(&lock, flags);
	return 0;
}

static int pins_get(struct gpio_chip *gc, unsigned int pin)
{
	unsigned long flags;
	bool high;

	raw_spin_lock_irqsave(&lock, flags);
	high = level_of(pin);
	raw_spin_unlock_irqrestore(&lock, flags);
	return high;
}

static void pins_set(struct gpio_chip *gc, unsigned int pin, int value)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&lock, flags);
	latch = value ? latch | BIT_ULL(pin) : latch & ~BIT_ULL(pin);
	put_mode(pin);
	settle();
	raw_spin_unlock_irqrestore(&lock, flags);
}

static int pins_set_config(struct gpio_chip *gc, unsigned int pin, unsigned long config)
{
	u64 bit = BIT_ULL(pin);
	unsigned long flags;
	int error = 0;

	raw_spin_lock_irqsave(&lock, flags);
	switch (pinconf_to_config_param(config)) {
	case PIN_CONFIG_BIAS_PULL_UP:
		pull_up |= bit;
		pull_down &= ~bit;
		break;
	case PIN_CONFIG_BIAS_PULL_DOWN:
		pull_down |= bit;
		pull_up &= ~bit;
		break;
	case PIN_CONFIG_BIAS_DISABLE:
		pull_up &= ~bit;
		pull_down &= ~bit;
		break;
	default:
		error = -ENOTSUPP;
	}
	if (!error)
		put_mode(pin);
	settle();
	raw_spin_unlock_irqrestore(&lock, flags);
	return error;
}

/* ---- its interrupts ---- */

static void pins_mask(struct irq_data *d)
{
	irq_hw_number_t pin = irqd_to_hwirq(d);

	unmasked &= ~BIT_ULL(pin);
	gpiochip_disable_irq(&chip, pin);
}

static void pins_unmask(struct irq_data *d)
{
	irq_hw_number_t pin = irqd_to_hwirq(d);
	unsigned long flags;

	gpiochip_enable_irq(&chip, pin);
	raw_spin_lock_irqsave(&lock, flags);
	levels = level_of(pin) ? levels | BIT_ULL(pin) : levels & ~BIT_ULL(pin);
	unmasked |= BIT_ULL(pin);
	raw_spin_unlock_irqrestore(&lock, flags);
}

static int pins_set_type(struct irq_data *d, unsigned int type)
{
	u64 bit = BIT_ULL(irqd_to_hwirq(d));

	if (type & ~IRQ_TYPE_EDGE_BOTH)
		return -EINVAL;
	rising = type & IRQ_TYPE_EDGE_RISING ? rising | bit : rising & ~bit;
	falling = type & IRQ_TYPE_EDGE_FALLING ? falling | bit : falling & ~bit;
	return 0;
}

static const struct irq_chip pins_irq = {
	.name = LABEL,
	.irq_mask = pins_mask,
	.irq_unmask = pins_unmask,
	.irq_set_type = pins_set_type,
	.flags = IRQCHIP_IMMUTABLE,
	GPIOCHIP_IRQ_RESOURCE_HELPERS,
};

static void raise_edges(struct irq_work *work)
{
	unsigned long flags;
	u64 now;

	raw_spin_lock_irqsave(&lock, flags);
	now = raised;
	raised = 0;
	raw_spin_unlock_irqrestore(&lock, flags);
	for (; now; now &= now - 1)
		generic_handle_domain_irq(chip.irq.domain, __ffs64(now));
}

static void wake_readers(struct irq_work *work)
{
	wake_up_interruptible(&readers);
}

/* ---- the bench's side ---- */

static ssize_t bench_read(struct file *file, char __user *buffer, size_t size, loff_t *at)
{
	size_t done = 0;

	if (size < sizeof(struct record))
		return -EINVAL;
	if (log_head == log_tail && (file->f_flags & O_NONBLOCK))
		return -EAGAIN;
	if (wait_event_interruptible(readers, READ_ONCE(log_head) != log_tail))
		return -ERESTARTSYS;
	while (done + sizeof(struct record) <= size && smp_load_acquire(&log_head) != log_tail) {
		if (copy_to_user(buffer + done, &log_ring[log_tail % LOG_RECORDS], sizeof(struct record)))
			return -EFAULT;
		log_tail++;
		done += sizeof(struct record);
	}
	return done;
}

static void obey(const struct command *command)
{
	unsigned int i;

	if (command->first >= LINES || command->second >= LINES)
		return;
	switch (command->what) {
	case 'u':
		board_up |= BIT_ULL(command->first);
		break;
	case 'c':
		if (closed == MOST_CONTACTS)
			return;
		contacts[closed].first = command->first;
		contacts[closed++].second = command->second;
		put(CONTACT_CLOSED, command->first, command->second);
		break;
	case 'o':
		for (i = 0; i < closed; i++) {
			if (contacts[i].first != command->first || contacts[i].second != command->second)
				continue;
			contacts[i] = contacts[--closed];
			break;
		}
		put(CONTACT_OPEN, command->first, command->second);
		break;
	}
	settle();
}

static ssize_t bench_write(struct file *file, const char __user *buffer, size_t size, loff_t *at)
{
	static u8 part[sizeof(struct command)];
	static unsigned int held;
	unsigned long flags;
	size_t i;

	for (i = 0; i < size; i++) {
		if (get_user(part[held], buffer + i))
			return -EFAULT;
		if (++held < sizeof(struct command))
			continue;
		held = 0;
		raw_spin_lock_irqsave(&lock, flags);
		obey((struct command *)part);
		raw_spin_unlock_irqrestore(&lock, flags);
	}
	return size;
}

static __poll_t bench_poll(struct file *file, poll_table *table)
{
	poll_wait(file, &readers, table);
	return EPOLLOUT | EPOLLWRNORM | (READ_ONCE(log_head) != log_tail ? EPOLLIN | EPOLLRDNORM : 0);
}

static const struct file_operations bench_operations = {
	.owner = THIS_MODULE,
	.read = bench_read,
	.write = bench_write,
	.poll = bench_poll,
	.llseek = noop_llseek,
};

static struct miscdevice bench = { .minor = MISC_DYNAMIC_MINOR, .name = "hilpins", .fops = &bench_operations };

/* ---- coming and going ---- */

static struct platform_device *board;

static struct gpio_chip chip = {
	.label = LABEL,
	.owner = THIS_MODULE,
	.base = -1,
	.ngpio = LINES,
	.get_direction = pins_get_direction,
	.direction_input = pins_direction_input,
	.direction_output = pins_direction_output,
	.get = pins_get,
	.set = pins_set,
	.set_config = pins_set_config,
};

static int __init hilpins_start(void)
{
	int error;

	log_ring = vzalloc(array_size(LOG_RECORDS, sizeof(struct record)));
	if (!log_ring)
		return -ENOMEM;
	init_irq_work(&wake_work, wake_readers);
	init_irq_work(&edge_work, raise_edges);
	board = platform_device_register_simple("hilpins", -1, NULL, 0);
	if (IS_ERR(board)) {
		error = PTR_ERR(board);
		goto no_board;
	}
	chip.parent = &board->dev;
	gpio_irq_chip_set_chip(&chip.irq, &pins_irq);
	chip.irq.handler = handle_simple_irq;
	chip.irq.default_type = IRQ_TYPE_NONE;
	error = gpiochip_add_data(&chip, NULL);
	if (error)
		goto no_chip;
	error = misc_register(&bench);
	if (!error)
		return 0;
	gpiochip_remove(&chip);
no_chip:
	platform_device_unregister(board);
no_board:
	vfree(log_ring);
	return error;
}

static void __exit hilpins_end(void)
{
	misc_deregister(&bench);
	gpiochip_remove(&chip);
	platform_device_unregister(board);
	irq_work_sync(&wake_work);
	irq_work_sync(&edge_work);
	vfree(log_ring);
}

module_init(hilpins_start);
module_exit(hilpins_end);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_DESCRIPTION("HilBench: pins with a key matrix behind them and a lossless log");
