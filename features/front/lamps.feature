@front
Feature: What the lamps say
  The lamps on the front are seen from far away. They say if the load is on, the credit low, or something wrong.

  Background:
    Given a meter with key revision 1 on base date 1993

  Rule: The low-credit LED is on while the display shows 5.0 kWh or less

    Scenario Outline: A meter that holds <credit> kWh
      Given the meter holds <credit> kWh
      When 1 second passes
      Then the low-credit LED is <light>

      Examples:
        | credit | light |
        | 0.0    | on    |
        | 5.0    | on    |
        | 5.1    | off   |

    Scenario: The house uses it down to the limit
      Given the meter holds 5.1 kWh
      When the load draws 1000 W for 5 minutes
      Then the low-credit LED is off
      And the meter holds 5.1 kWh
      When the load draws 1000 W for 1 minutes
      Then the low-credit LED is on
      And the meter holds 5.0 kWh

    Scenario: The next purchase
      Given the meter holds 2.0 kWh
      And a 25.6 kWh credit token
      When the customer keys in the token
      Then the low-credit LED is off

    Scenario: A purchase that is not enough
      Given the meter holds 2.0 kWh
      And a 3.0 kWh credit token
      When the customer keys in the token
      Then the low-credit LED is on
      And the meter holds 5.0 kWh

    @profiles
    Scenario Outline: A meter of money that holds <credit>
      Given a meter with:
        | name    | value |
        | profile | money |
      And the meter holds <credit> in currency
      When 1 second passes
      Then the low-credit LED is <light>

      Examples:
        | credit | light |
        | 100.00 | on    |
        | 100.01 | off   |

    @profiles
    Scenario: A meter whose low-credit LED blinks until the next purchase
      Given a meter with:
        | name    | value    |
        | profile | kplc-ciu |
      And the meter holds 10.0 kWh
      And a 0.1 kWh credit token
      When 1 second passes
      Then the low-credit LED is blinking
      When the customer keys in the token
      Then the low-credit LED is off

    @profiles
    Scenario Outline: A meter of the profile <profile> that holds <credit> kWh
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And the meter holds <credit> kWh
      When 1 second passes
      Then the low-credit LED is <light>

      Examples:
        | profile    | credit | light    |
        | kplc-ciu   | 10.0   | blinking |
        | kplc-ciu   | 10.1   | off      |
        | clou       | 10.0   | blinking |
        | clou       | 10.1   | off      |
        | landis-gyr | 20.0   | blinking |
        | landis-gyr | 20.1   | off      |
        | conlog     | 5.0    | on       |
        | conlog     | 5.1    | off      |

  Rule: The load LED is on while the load switch is closed

    @pi
    Scenario: No credit, and the first purchase
      Given a 25.6 kWh credit token
      When 1 second passes
      Then the load LED is off
      When the customer keys in the token
      Then the load LED is on

    Scenario: The credit is used up
      Given the meter holds 3.0 kWh
      When the load draws 1500 W for 2 hours
      Then the load LED is off
      And the load switch is open

    Scenario: Too much is drawn, and a minute later it is over
      Given the meter holds 10.0 kWh
      And a maximum power limit token of 5000 W
      When the customer keys in the token
      And the load draws 6000 W for 11 seconds
      Then the load LED is off
      And the fault LED is on
      When 1 minute passes
      Then the load LED is on
      And the fault LED is off

    @profiles
    Scenario Outline: The load LED of a meter of the profile <profile> with credit
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And the meter holds 50.0 kWh
      When 1 second passes
      Then the load LED is <light>
      And the load switch is closed

      Examples:
        | profile    | light |
        | kplc-ciu   | on    |
        | landis-gyr | on    |
        | conlog     | on    |
        | clou       | off   |

  Rule: The fault LED is on while something is wrong

    Scenario: A healthy meter
      Given the meter holds 10.0 kWh
      When 1 second passes
      Then the fault LED is off

    Scenario: A latched tamper, and the token that clears it
      Given the tamper is latched
      And a clear tamper token
      When 1 second passes
      Then the fault LED is on
      When the customer keys in the token
      Then the fault LED is off

    Scenario: A refused token is no fault
      Given a 25.6 kWh credit token
      When the customer keys in the token with digit 7 wrong
      Then the fault LED is off

    Scenario: A memory that cannot be trusted
      Given the meter holds 10.0 kWh
      When the mains fails
      And both copies of the memory are spoilt
      And the mains returns
      Then the fault LED is on
      And the load LED is off
      And the low-credit LED is off

    Scenario: A key that stays down
      Given the meter holds 10.0 kWh
      When the key "5" gets stuck
      And 11 seconds pass
      Then the fault LED is on
      When 10 seconds pass
      Then the fault LED is off

    @profiles
    Scenario Outline: The fault LED of a meter of the profile <profile> while its tamper is latched
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And the tamper is latched
      When 1 second passes
      Then the fault LED is <light>

      Examples:
        | profile    | light    |
        | kplc-ciu   | on       |
        | landis-gyr | blinking |
        | conlog     | on       |
        | clou       | off      |

  Rule: Without mains all lamps are dark, and with it they say what they said before

    Scenario: The mains fails and returns
      Given a meter in one piece
      And the meter holds 2.0 kWh
      And the tamper is latched
      When the mains fails
      Then the low-credit LED is off
      And the load LED is off
      And the fault LED is off
      When the mains returns
      Then the low-credit LED is on
      And the load LED is on
      And the fault LED is on
