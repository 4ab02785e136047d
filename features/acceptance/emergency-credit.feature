@acceptance @profiles @credit
Feature: Emergency credit
  At night no shop is open. Some meters lend a little credit, once, and the next purchase pays it back before anything
  else. (Source: IS 15884, emergency credit, by its heading only; code 811 of Hexing's meters in Bangladesh; CLOU on
  credit tokens: deducted from the new purchase; Merkur, manual of the DTS353: refused when it has been taken before or
  is not needed. The amount and the words are settings [A].)

  Background:
    Given a meter with:
      | name    | value      |
      | profile | acceptance |

  Rule: A short code lends it when there is no credit left, and the meter says that it is lent

    Scenario: On an empty meter
      Given the meter holds 0.0 kWh
      When the customer presses "811#"
      Then the meter accepts it
      And the display reads:
        """
        Accept
        """
      And the meter holds 5.0 kWh
      And the load switch is closed
      And 5.0 kWh of emergency credit are owed

    Scenario: What stands on the idle display
      Given the meter holds 0.0 kWh
      When the customer presses "811#"
      And 20 seconds pass
      Then the display reads:
        """
        5.0 kWh
        Emergency
        """

    Scenario: It is used like any other credit, and ends like it
      Given the meter holds 0.0 kWh
      When the customer presses "811#"
      And the load draws 2000 W for 2 hours
      Then the meter holds 1.0 kWh
      And the load switch is closed
      When the load draws 2000 W for 1 hour
      Then the meter holds 0.0 kWh
      And the load switch is open
      And 5.0 kWh of emergency credit are owed

    Scenario: Not while there is credit
      Given the meter holds 0.1 kWh
      When the customer presses "811#"
      Then the meter refuses it
      And the meter holds 0.1 kWh
      And 0.0 kWh of emergency credit are owed

    Scenario: A make that lends nothing does not know the code
      Given a meter with:
        | name    | value    |
        | profile | kplc-ciu |
      And the meter holds 0.0 kWh
      When the customer presses "811#"
      Then the display shows "Incomplete"
      And the meter holds 0.0 kWh

  Rule: It is lent once, until all of it is paid back

    Scenario: The second time
      Given the meter holds 0.0 kWh
      When the customer presses "811#"
      And the load draws 5000 W for 1 hour
      And the customer presses "811#"
      Then the meter refuses it
      And the meter holds 0.0 kWh
      And 5.0 kWh of emergency credit are owed

    Scenario: After it has been paid back
      Given the meter holds 0.0 kWh
      And a 6.0 kWh credit token
      When the customer presses "811#"
      And the load draws 5000 W for 1 hour
      And the customer keys in the token
      And the load draws 1000 W for 1 hour
      And the customer presses "811#"
      Then the meter accepts it
      And the meter holds 5.0 kWh
      And 5.0 kWh of emergency credit are owed

  Rule: The next purchases pay it back before they count

    Background:
      Given the meter holds 0.0 kWh

    Scenario: A purchase that is larger
      Given a 25.6 kWh credit token
      When the customer presses "811#"
      And the load draws 2000 W for 1 hour
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 23.6 kWh
      And 0.0 kWh of emergency credit are owed

    Scenario: A purchase that is smaller leaves the rest owed
      Given a 2.0 kWh credit token "first"
      And a 10.0 kWh credit token "second"
      When the customer presses "811#"
      And the load draws 5000 W for 1 hour
      And the customer keys in token "first"
      Then the meter accepts it
      And the meter holds 0.0 kWh
      And the load switch is open
      And 3.0 kWh of emergency credit are owed
      When the customer keys in token "second"
      Then the meter holds 7.0 kWh
      And the load switch is closed
      And 0.0 kWh of emergency credit are owed

    Scenario: A purchase of exactly what is owed
      Given a 5.0 kWh credit token
      When the customer presses "811#"
      And the load draws 5000 W for 1 hour
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 0.0 kWh
      And 0.0 kWh of emergency credit are owed

    Scenario: A token that is refused pays nothing back
      Given a 25.6 kWh credit token
      When the customer presses "811#"
      And the customer keys in the token with digit 7 wrong
      Then the meter refuses it
      And the meter holds 5.0 kWh
      And 5.0 kWh of emergency credit are owed

    Scenario: The same token twice pays back once
      Given a 2.0 kWh credit token
      When the customer presses "811#"
      And the customer keys in the token
      And the customer keys in the token
      Then the meter refuses it as used
      And 3.0 kWh of emergency credit are owed

    Scenario: The utility clears all credit: what was lent and not used is not owed
      Given a clear credit token
      When the customer presses "811#"
      And the load draws 2000 W for 1 hour
      And the customer keys in the token
      Then the meter holds 0.0 kWh
      And 2.0 kWh of emergency credit are owed

    Scenario: A short code says what is owed
      When the customer presses "811#"
      And the load draws 2000 W for 1 hour
      And the customer presses "827#"
      Then the display reads:
        """
        Owed
        5.0 kWh
        """

  Rule: A power cut neither takes it nor gives it twice

    Background:
      Given the meter holds 0.0 kWh

    Scenario: A power cut afterwards
      When the customer presses "811#"
      And the mains fails
      And the mains returns
      Then the meter holds 5.0 kWh
      And 5.0 kWh of emergency credit are owed
      When the customer presses "811#"
      Then the meter refuses it
      And the meter holds 5.0 kWh

    Scenario: A power cut while the purchase that pays it back is stored
      Given a 25.6 kWh credit token
      When the customer presses "811#"
      And the customer keys in the token and the mains fails while the meter stores it
      And the mains returns
      Then the meter holds 5.0 kWh
      And 5.0 kWh of emergency credit are owed
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 25.6 kWh
      And 0.0 kWh of emergency credit are owed

  Rule: Nothing is lent while a tamper is latched

    Scenario: Before and after the clear tamper token
      Given the meter holds 0.0 kWh
      And the tamper is latched
      And a clear tamper token
      When the customer presses "811#"
      Then the meter refuses it
      And the meter holds 0.0 kWh
      When the customer keys in the token
      And the customer presses "811#"
      Then the meter accepts it
      And the meter holds 5.0 kWh
