package dev.jongleur.governor;

import com.sun.management.GarbageCollectionNotificationInfo;
import dev.jongleur.observer.Subscription;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;

/**
 * The heap of this JVM, by its own beans: each pool tells what was left in it when it was last
 * collected. No thread is started; the JVM's own calls back.
 */
record CollectedHeap(List<MemoryPoolMXBean> pools, List<GarbageCollectorMXBean> collectors)
    implements Heap {
  static CollectedHeap ofThisProcess() {
    return new CollectedHeap(
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList(),
        ManagementFactory.getGarbageCollectorMXBeans());
  }

  @Override
  public Reading read() {
    long live = 0;
    for (MemoryPoolMXBean pool : pools) {
      // Null where the JVM does not tell.
      MemoryUsage left = pool.getCollectionUsage();
      live += left == null ? 0 : left.getUsed();
    }
    long collections = 0;
    for (GarbageCollectorMXBean collector : collectors) {
      collections += Math.max(0, collector.getCollectionCount());
    }
    return new Reading(live, Runtime.getRuntime().maxMemory(), collections);
  }

  @Override
  public Subscription afterCollections(Runnable woken) {
    NotificationListener listener =
        (notification, _) -> {
          if (isCollection(notification)) {
            woken.run();
          }
        };
    emitters().forEach(emitter -> emitter.addNotificationListener(listener, null, null));
    return () -> emitters().forEach(emitter -> remove(emitter, listener));
  }

  private static boolean isCollection(Notification notification) {
    return notification
        .getType()
        .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION);
  }

  private List<NotificationEmitter> emitters() {
    return collectors.stream()
        .filter(NotificationEmitter.class::isInstance)
        .map(NotificationEmitter.class::cast)
        .toList();
  }

  private static void remove(NotificationEmitter emitter, NotificationListener listener) {
    try {
      emitter.removeNotificationListener(listener);
    } catch (ListenerNotFoundException e) {
      // It was removed before: closing again does nothing.
    }
  }
}
