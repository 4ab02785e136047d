@power
Feature: When the mains fails
  The meter has no battery. Whatever it told the customer before a power cut must still be true after it, and
  whatever it had not told yet must not have happened by half.

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Rule: What was accepted stays accepted

    Scenario: The mains fails right after a token was accepted
      Given a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter accepts it
      When the mains fails
      And the mains returns
      Then the meter holds 35.6 kWh

    @pi
    Scenario: The accepted token is still used when the mains is back
      Given a 25.6 kWh credit token
      When the customer keys in the token
      And the mains fails
      And the mains returns
      And the customer keys in the token
      Then the meter refuses it as used
      And the meter holds 35.6 kWh

    Scenario: The mains fails after the update
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in code 2
      And the mains fails
      And the mains returns
      Then the key revision is 2
      And the meter holds 10.0 kWh

    Scenario: The mains stays away for three days
      When the mains fails
      And 3 days pass
      And the mains returns
      Then the meter holds 10.0 kWh
      And the load switch is closed

    Scenario: The load switch is still open when the mains is back
      Given a clear credit token
      When the customer keys in the token
      And the mains fails
      And the mains returns
      Then the load switch is open
      And the meter holds 0.0 kWh

    Scenario: Credit that was used up does not come back
      When the load draws 1000 W for 2 hours
      And the mains fails
      And the mains returns
      Then the meter holds 8.0 kWh

    Scenario: No more than a tenth of a kilowatt-hour comes back
      When the load draws 1000 W for 19 minutes
      And the mains fails
      And the mains returns
      Then the meter holds 9.7 kWh

    Scenario: The energy delivered is counted on
      Given the token for test 3
      When the load draws 1500 W for 1 hour
      And the mains fails
      And the mains returns
      And the customer keys in the token
      Then the display shows "1.5 kWh"

  Rule: Without mains the display is dark, afterwards it shows the credit

    Scenario: A dark display
      Given a meter in one piece
      When the mains fails
      Then the display reads:
        """
        """

    Scenario: The display after the mains is back
      When the mains fails
      And the mains returns
      Then the display reads:
        """
        10.0 kWh
        """

  Rule: A token that was being typed is forgotten

    Scenario: The mains fails in the middle of a token
      Given a meter in one piece
      When the customer presses "1844 6744 07"
      And the mains fails
      And the mains returns
      Then the display reads:
        """
        10.0 kWh
        """
      When the customer presses "38 4377 2416 #"
      Then the display shows "Incomplete"

    Scenario: The whole token after the mains is back
      Given a meter in one piece
      And a 25.6 kWh credit token
      When the customer presses "1844 6744 07"
      And the mains fails
      And the mains returns
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh
