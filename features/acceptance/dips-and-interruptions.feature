@acceptance @power
Feature: Voltage dips and short interruptions
  Neighbours switch motors, and storms come. The standard for payment meters has its meters dipped and interrupted, and
  no credit, no token and no event may come or go by it. (Source: IEC 62055-31 and IEC 62052-11, voltage dips and short
  interruptions, by their headings only: depths, lengths and repetitions are rows here, marked [A].)

  Background:
    Given a meter with:
      | name    | value      |
      | profile | acceptance |
    And the meter holds 10.0 kWh

  Rule: After dips and interruptions a meter holds what it held, and goes on supplying

    Scenario Outline: An interruption of <ms> milliseconds, <times> times
      When the mains fails <times> times, after 1 second each
      And the mains dips for <ms> milliseconds
      And 1 second passes
      Then the meter holds 10.0 kWh
      And the house has power
      And the meter has counted 0 under-voltage events
      And the load switch has operated 0 times

      Examples: [A]
        | ms   | times |
        | 20   | 1     |
        | 1000 | 3     |

    Scenario Outline: A dip to <volts> V for <ms> milliseconds
      When the mains dips to <volts> V for <ms> milliseconds
      And 1 second passes
      Then the meter holds 10.0 kWh
      And the house has power
      And the meter has counted 0 under-voltage events
      And the load switch has operated 0 times

      Examples: to half, to four tenths, to seven tenths and to nothing much [A]
        | volts | ms    |
        | 115   | 20    |
        | 115   | 60000 |
        | 92    | 200   |
        | 161   | 500   |
        | 1     | 1000  |

  Rule: A dip does not spoil what is being typed if the meter's supply bears it

    Scenario: Half the voltage for a period
      When the customer presses "1 2 3"
      And the mains dips to 115 V for 20 milliseconds
      Then the display shows "123"

    Scenario: A token can be keyed in right after a longer one
      Given a 25.6 kWh credit token
      When the mains dips to 92 V for 500 milliseconds
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

  Rule: Dips are neither over-voltages nor tampers, and what is used between them is charged

    Scenario: A dip every second while the house draws power
      When the load draws 3600 W from now on
      And 30 minutes pass
      And the mains dips to 92 V for 20 milliseconds
      And 30 minutes pass
      Then the meter holds 6.4 kWh
      And the meter has counted 0 over-voltage events
      And the meter has counted 0 cover events

  Rule: A mains that stays low is no dip

    Scenario: Low for a minute
      When the mains dips to 170 V for 60000 milliseconds
      And 1 second passes
      Then the load switch is open
      And the meter has counted 1 under-voltage event
