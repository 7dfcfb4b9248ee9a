package dev.jongleur.server.web;

import io.helidon.common.socket.SocketOptions;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Socket options that also tell of each socket that was accepted, before anything is read. */
record WatchedSockets(SocketOptions plain, Consumer<SocketChannel> accepted)
    implements SocketOptions {

  @Override
  public void configureSocket(SocketChannel socket) {
    plain.configureSocket(socket);
    accepted.accept(socket);
  }

  @Override
  public Map<SocketOption<?>, Object> socketOptions() {
    return plain.socketOptions();
  }

  @Override
  public Duration connectTimeout() {
    return plain.connectTimeout();
  }

  @Override
  public Duration readTimeout() {
    return plain.readTimeout();
  }

  @Override
  public Optional<Integer> socketReceiveBufferSize() {
    return plain.socketReceiveBufferSize();
  }

  @Override
  public Optional<Integer> socketSendBufferSize() {
    return plain.socketSendBufferSize();
  }

  @Override
  public boolean socketReuseAddress() {
    return plain.socketReuseAddress();
  }

  @Override
  public boolean socketKeepAlive() {
    return plain.socketKeepAlive();
  }

  @Override
  public boolean tcpNoDelay() {
    return plain.tcpNoDelay();
  }
}
